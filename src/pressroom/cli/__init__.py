"""The command line: signatures here, work imported inside each command."""
