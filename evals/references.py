"""What others reach on the labelled sets: quoted figures, never measured in the run they stand in.

They are macro-F1 on the *held-out* half of each set, by linear models over TF-IDF or hashed
words and characters that were trained on the set's own other half or on texts like it (for
near copies: character 5-grams; for keywords: YAKE, F1 at 10). Ours are measured on the half
that is in the folder, so the two are to be compared with care.
"""

from pressroom.evals.measures import Row

NAME = "classical (quoted)"

MACRO_F1 = {
    "sentiment_tweeteval": 64.2,
    "sentiment_airline": 73.4,
    "sentiment_brands_sxsw": 57.3,
    "sentiment_goemotions": 72.9,
    "sentiment_s140": 77.7,
    "sentiment_umsab_es": 54.1,
    "sentiment_umsab_fr": 60.3,
    "sentiment_umsab_de": 65.5,
    "sentiment_umsab_it": 58.3,
    "sentiment_umsab_pt": 63.8,
    "toxicity_olid": 76.3,
    "toxicity_davidson": 90.0,
    "toxicity_jigsaw": 87.5,
    "toxicity_surge": 84.4,
    "toxicity_hateval": 55.1,
    "toxicity_hatecheck": 54.8,
    "spam_youtube": 96.0,
    "spam_sms": 98.1,
    "reply_complaints": 81.7,
    "reply_tweet_acts": 80.7,
    "dup_retweets": 100.0,
    "keywords_kpcrowd_en": 17.4,
    "keywords_wikinews_fr": 30.4,
    "keywords_bn_pt": 21.8,
}
CORRELATION = {
    "dup_sts_headlines_tweets": 0.696,
    "sentiment_score_vader_tweets": 0.874,
    "sentiment_score_vader_amazon": 0.688,
    "sentiment_score_vader_nyt": 0.599,
}


def quoted(data: str) -> tuple[Row, ...]:
    """The row to set beside ours for that set; none where nothing is known."""
    if data in MACRO_F1:
        return (Row(NAME, macro_f1=MACRO_F1[data]),)
    if data in CORRELATION:
        return (Row(NAME, correlation=CORRELATION[data]),)
    return ()
