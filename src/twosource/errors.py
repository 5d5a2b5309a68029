"""Every exception twosource raises, drawn before it is defined.

    TwosourceError
      InputError       .where = file:line, URL or article id
        UnsupportedFormat
      ConfigError      .option .given .allowed
      StoreError
        StoreLocked | StoreTooNew | MigrationFailed
      StageError       .stage .record, raised from its cause
        ModelMissing   names what to install
      BrokenInvariant  our own bug: says so and asks for a report

A message says what was found, what was expected, where, and what to do. One bad article never ends a run: it becomes a
`Rejected` record, and no exception.
"""

from __future__ import annotations


class TwosourceError(Exception):
    """The root: catch this to catch everything twosource raises on purpose. It goes from process to process whole."""

    def __reduce__(self) -> tuple[object, ...]:
        """How it is pickled: by what it holds, for some take their fields by name only."""
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[TwosourceError], args: tuple[object, ...], fields: dict[str, object]) -> TwosourceError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(fields)
    return error


class InputError(TwosourceError):
    """Something given to read cannot be used; `where` is file:line, URL or article id."""

    def __init__(self, message: str, *, where: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message


class UnsupportedFormat(InputError):
    """The kind of file is not one that twosource reads."""


class ConfigError(TwosourceError):
    """An option has a value outside what it allows."""

    def __init__(self, message: str, *, option: str, given: str, allowed: str) -> None:
        super().__init__(f"{option}: {message}; given {given}, allowed: {allowed}")
        self.option = option
        self.given = given
        self.allowed = allowed


class StoreError(TwosourceError):
    """The store cannot be opened, read or written."""


class StoreLocked(StoreError):
    """Another process is writing to the store."""


class StoreTooNew(StoreError):
    """The store was written by a later version of twosource."""


class MigrationFailed(StoreError):
    """A schema change could not be applied; the store is as it was before."""


class StageError(TwosourceError):
    """A stage failed on a record for a reason that is no fault of the input."""

    def __init__(self, message: str, *, stage: str, record: str) -> None:
        super().__init__(f"{stage}: {message} (record {record})")
        self.stage = stage
        self.record = record


class ModelMissing(StageError):
    """A stage needs weights or a package that is not installed; the message names what to install."""


class BrokenInvariant(TwosourceError):
    """twosource broke a promise of its own: a bug of ours, please report it with this message."""
