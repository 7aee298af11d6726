"""What can go wrong, and who acts on it.

PressroomError
  InputError              what a person gave us is wrong: they change it (exit 2)
    BriefError            a brief, calendar or media file
    SettingsError         a settings file, a variable or a credential's form (exit 5)
  StoreError              the database cannot be used as it is: an operator acts (exit 5)
    SchemaBehind          its schema is not the one this version needs
    EffectConflict        one key was planned for two different payloads: our bug or two writers
    DatabaseRestored      it is an older copy: nothing is sent until a person has said so
  ModelError              the language model failed: the caller falls back
    ModelOff              no model is configured, or it was switched off
    ModelUnavailable      no answer (timeout, quota, outage, open circuit); already retried
    ModelRefused          the answer or the prompt was blocked as unsafe
    ModelAnswerInvalid    an answer that is cut off or does not fit its schema
  ChannelError            a platform failed (exit 4)
    ChannelUnavailable    nothing happened there; asking again later may help
    ChannelRefused        the platform said no; a person decides, a retry cannot help
    ChannelAmbiguous      it may or may not have happened; only reading the platform tells
  ApprovalMissing         something that needs a person's yes has none: never sent (exit 3)
  PromptError             a prompt file and its variables disagree: our bug
"""

from datetime import timedelta


class PressroomError(Exception):
    """Anything pressroom raises on purpose.

    `fix` says in one sentence what the reader can do; it may be empty where only
    the message helps.
    """

    def __init__(self, message: str, *, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.message} {self.fix}".strip()


class InputError(PressroomError):
    """What a person gave us is wrong; `field` names where."""

    def __init__(self, message: str, *, field: str = "", fix: str = "") -> None:
        super().__init__(message, fix=fix)
        self.field = field


class BriefError(InputError):
    """A brief, a calendar or a media file cannot be used."""


class SettingsError(InputError):
    """A settings file, an environment variable or a credential has the wrong form."""


class StoreError(PressroomError):
    """The database cannot be used as it is."""


class SchemaBehind(StoreError):
    """The database's schema is not the one this version of pressroom needs."""


class EffectConflict(StoreError):
    """One effect key was planned twice with different payloads."""


class DatabaseRestored(StoreError):
    """The database is an older copy of itself, without what was sent since."""


class ModelError(PressroomError):
    """The language model gave no usable answer.

    `reason` is a short code for the record, `attempts` how often it was asked.
    """

    reason = "model-error"

    def __init__(self, message: str, *, reason: str = "", attempts: int = 0, fix: str = "") -> None:
        super().__init__(message, fix=fix)
        self.reason = reason or type(self).reason
        self.attempts = attempts


class ModelOff(ModelError):
    """No model is configured, or it was switched off."""

    reason = "model-off"


class ModelUnavailable(ModelError):
    """No answer came, after the retries that made sense."""

    reason = "model-unavailable"

    def __init__(
        self,
        message: str,
        *,
        reason: str = "",
        attempts: int = 0,
        fix: str = "",
        retry_after: timedelta | None = None,
    ) -> None:
        super().__init__(message, reason=reason, attempts=attempts, fix=fix)
        self.retry_after = retry_after


class ModelRefused(ModelError):
    """The prompt or the answer was blocked as unsafe."""

    reason = "model-refused"


class ModelAnswerInvalid(ModelError):
    """An answer came that is cut off or does not fit its schema."""

    reason = "model-answer-invalid"


class ChannelError(PressroomError):
    """A platform failed."""

    def __init__(self, message: str, *, code: str = "", fix: str = "") -> None:
        super().__init__(message, fix=fix)
        self.code = code


class ChannelUnavailable(ChannelError):
    """Nothing happened on the platform; asking again after `retry_after` may help."""

    def __init__(
        self, message: str, *, code: str = "", fix: str = "", retry_after: timedelta | None = None
    ) -> None:
        super().__init__(message, code=code, fix=fix)
        self.retry_after = retry_after


class ChannelRefused(ChannelError):
    """The platform said no; the same request will be refused again."""


class ChannelAmbiguous(ChannelError):
    """The request may or may not have taken effect; read the platform before anything else."""


class ApprovalMissing(PressroomError):
    """Something that needs a person's approval of exactly this content has none."""


class PromptError(PressroomError):
    """A prompt file and its variables disagree."""
