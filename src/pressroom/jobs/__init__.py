"""Work that time starts: the sweeper and engagement tracking, as thin calls of tools and graphs."""
