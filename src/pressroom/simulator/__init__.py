"""The platforms' other side over real HTTP, written from their contracts and nothing of ours.

Facebook Graph, Instagram Graph, X API v2, Gemini and Stability on one port; paths tell them
apart: `/v25.0/...` (Graph), `/2/...` and `/1.1/media/...` (X), `/v1beta/...` (Gemini),
`/v1/generation|engines|user` and `/v2beta/...` (Stability), `/_sim/...` (control). A first
segment `/facebook`, `/instagram`, `/x`, `/gemini` or `/stability` may stand before any of them.

Operations, as faults and the request log name them:

* facebook: create_post, update_post, delete_post, read_post, upload_photo, read_photo,
  delete_photo, list_photos, list_feed, list_posts, list_published, list_scheduled,
  list_visitors, list_ratings, read_insights, read_page_insights, read_attachments,
  list_reactions, list_comments, create_comment, reply_comment, list_answers, read_comment,
  update_comment, delete_comment, private_reply, read_page, read_me, read_ids, list_accounts,
  list_instagram, debug_token, exchange_token, subscribe_app, unsubscribe_app, list_subscribed
* instagram: create_container, read_container, publish_container, list_media, read_media,
  update_media, delete_media, list_children, read_insights, read_account,
  read_account_insights, read_limit, list_comments, create_comment, reply_comment,
  list_replies, read_comment, update_comment, delete_comment, mention, private_reply,
  list_tags, list_stories
* x: create_tweet, delete_tweet, hide_reply, read_tweet, read_tweets, user_tweets, mentions,
  search, quote_tweets, me, usage, upload_media, media_status, init_media, append_media,
  finalize_media, media_metadata, upload_media_v1, metadata_v1, refresh_token
* gemini: generate, stream, count_tokens, list_models, read_model
* stability: text_to_image, image_to_image, core, ultra, sd3, list_engines, balance, account

A path that means nothing is the operation `unknown_path`.

A fault is `POST /_sim/faults {"platform", "operation", "action", "times", "skip", ...}`. The
operation may be a pattern, with or without its platform; `times` 0 is for ever. Its actions:

| action | what the client sees | does it act? |
|---|---|---|
| throttle | the platform's limit (Graph code 4, 80001, 80002), `seconds` to wait | no |
| error_before, error_after | the platform's 5xx (or `status`, `code`, `message`) | no, yes |
| drop_before, drop_after | the connection is closed without an answer | no, yes |
| late | the connection is closed; it acts `seconds` later (real or `simulated`) | later |
| slow | the true answer, `seconds` real seconds after acting | yes |
| malformed | 200 and half a JSON document | yes |
| bad_gateway_html | 502 and a proxy's page | no |
| not_found, token_expired | the platform's own body | no |
| refuse | `code`, `subcode`, `status`, `message` of choice | no |
| safety_block, prompt_block, truncate, empty, wrong_schema | Gemini: 200, nothing usable | - |
| retry_info, quota_day | Gemini: 429 for `seconds`, 429 for the day | no |
| content_filtered | Stability: 200 and a picture that must not be used | - |

Other control endpoints are listed in `control.py`; `GET /_sim/truth` is what the world saw.
"""

from pressroom.simulator.app import create_app
from pressroom.simulator.config import Accounts, SimulatorConfig
from pressroom.simulator.server import SimulatorServer, serve

__all__ = ["Accounts", "SimulatorConfig", "SimulatorServer", "create_app", "serve"]
