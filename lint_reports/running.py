"""Many files: what is known of one is taken from the cache, the rest is checked, by several processes if that pays."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from lint_reports.digest import content as bytes_of, digest, whole
from lint_reports.language import Say
from lint_reports.linter import Linters
from lint_reports.located import Located, located
from lint_reports.readers.encoding import MAX_BYTES
from lint_reports.report import Failure, Outcome, Report
from lint_reports.settings import Settings

if TYPE_CHECKING:
    from lint_reports.known import Known  # needs SQLite, which takes 7 ms to load
    from lint_reports.parallel import Todo  # a single file needs none
    from lint_reports.timings import Ledger, Times  # needs the engine

_AT_ONCE = 64
"""Files that are looked up in the cache together."""


class File(NamedTuple):
    """A file to check, and with what.

    Attributes:
        walked: it was found in a folder, where only files are looked for; what is named may be a pipe.
    """

    path: str
    settings: Settings
    walked: bool = False


class How(NamedTuple):
    """How many files are checked.

    Attributes:
        workers: how many processes at most.
        cache: the folder where results are kept; `None` to keep none.
        keep_source: whether outcomes with findings have the text of the file.
        ledger: where the time goes is noted here; then every file is checked, whatever is known of it.
    """

    workers: int = 1
    cache: str | None = None
    keep_source: bool = False
    ledger: Ledger | None = None


def default_workers() -> int:
    """How many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # a container may allow fewer than there are
    return len(affinity(0)) if affinity else os.cpu_count() or 1


class Answer(NamedTuple):
    """What came of a file.

    Attributes:
        outcome: as reporters want it.
        content: the digest of the bytes that were checked; `None` if the outcome is not to be kept.
        times: where the time has gone, if that was asked for.
    """

    outcome: Located
    content: bytes | None = None
    times: Times | None = None

    def __reduce__(self) -> tuple[object, tuple[bytes, bytes | None, Times | None]]:
        """How it goes to another process: record by record it would take three times as long."""
        from lint_reports.packing import packed  # only where there are processes

        return _answer, (packed(self.outcome), self.content, self.times)


def _answer(outcome: bytes, content: bytes | None, times: Times | None) -> Answer:
    from lint_reports.packing import unpacked  # only where there are processes

    return Answer(unpacked(outcome), content, times)


class Checker:
    """Checks files, in this process or another.

    Args:
        linters: for the settings of the files.
        keep_source: as in `How`.
    """

    def __init__(self, linters: Linters, *, keep_source: bool = False) -> None:
        self.linters = linters
        self._keep_source = keep_source

    def __reduce__(self) -> tuple[object, tuple[Linters, bool]]:
        """How it goes to a process that is not forked."""
        return _checker, (self.linters, self._keep_source)

    def __call__(self, files: Sequence[File]) -> list[Answer]:
        """What comes of some files, in their order; if one cannot be checked, its outcome says why.

        Raises:
            MemoryError: they are too much together; try each by itself.
        """
        try:
            with _uncollected():
                return [
                    answer for settings, some in groupby(files, _settings) for answer in self._check(some, settings)
                ]
        except MemoryError:
            if len(files) > 1:
                raise
            return [Answer(_too_big(files[0].path))]

    def _check(self, files: Iterable[File], settings: Settings) -> list[Answer]:
        read = [(_bytes(file.path), file.path) for file in files]
        documents = [(data, path) for data, path in read if isinstance(data, bytes)]
        outcomes = iter(self.linters.of(settings).check_all(documents))
        return [self._answer(data, next(outcomes)) if isinstance(data, bytes) else Answer(data) for data, _ in read]

    def _answer(self, data: bytes, outcome: Outcome) -> Answer:
        answer = Answer(located(outcome, keep_source=self._keep_source), digest(data))
        return answer if isinstance(outcome, Failure) or _holds_for_ever(outcome) else answer._replace(content=None)


@contextmanager
def _uncollected() -> Iterator[None]:
    """While documents are checked, nearly all that is made is in use: looking for garbage then costs a sixth."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _settings(file: File) -> Settings:
    return file.settings


def _bytes(path: str) -> bytes | Failure:
    try:
        return content(path)
    except OSError as error:
        return unreadable(path, error)


def _holds_for_ever(report: Report) -> bool:
    """Whether another day makes no difference: no excuse in the document names the day that it expires on."""
    document = report.document
    return not any(char.isdigit() for comment in document.comments for char in comment.of(document.source))


def _checker(linters: Linters, keep_source: bool) -> Checker:  # noqa: FBT001 - `pickle` gives no names
    return Checker(linters, keep_source=keep_source)


def check_files(files: Sequence[File], linters: Linters, how: How) -> Generator[Located]:
    """What comes of some files, in their order, as soon as it can be said.

    A single file is checked at once: neither the cache nor a second process would pay. Close the generator, or use it
    up: until then there are processes, and what is new is not in the cache.

    Raises:
        RuleFileError: if a rule file of some settings has mistakes.
        UsageError: if settings name a rule that does not exist.
    """
    checker = Checker(linters, keep_source=how.keep_source)
    if how.ledger is not None:
        yield from _check_timed(files, checker, how, how.ledger)
    elif len(files) == 1:
        yield checker(files)[0].outcome
    elif how.cache is None:
        with closing(_answers(map(_todo, files), checker, how)) as answers:
            yield from (answer.outcome for answer in answers)
    else:
        yield from _check_unknown(files, checker, how, how.cache)


def _answers(
    items: Iterable[Answer | Todo], check: Callable[[Sequence[File]], list[Answer]], how: How
) -> Generator[Answer]:
    from lint_reports.parallel import Jobs, in_order  # not for a single file

    return in_order(items, Jobs(check, _died, how.workers))


def _check_timed(files: Sequence[File], checker: Checker, how: How, ledger: Ledger) -> Iterator[Located]:
    """The same, and where the time goes."""
    from lint_reports.timings import Timed  # only where time is measured

    with closing(_answers(map(_todo, files), Timed(checker, checker.linters), how)) as answers:
        for answer in answers:
            ledger.add(answer.times or {})
            yield answer.outcome


def _todo(file: File) -> Todo:
    from lint_reports.parallel import Todo  # loaded by now

    try:
        return Todo(file, os.stat(file.path).st_size)
    except OSError:
        return Todo(file, 0)


def _check_unknown(files: Sequence[File], checker: Checker, how: How, cache: str) -> Iterator[Located]:
    """The same for files of which something may be known from earlier runs."""
    from lint_reports.known import Known  # needs SQLite, which takes 7 ms to load
    from lint_reports.results import Results

    with ExitStack() as stack:
        results = stack.enter_context(closing(Results(cache)))
        known = Known(results, checker.linters, keep_source=how.keep_source)
        answers = stack.enter_context(closing(_answers(_looked_up(files, known, checker), checker, how)))
        for file, answer in zip(files, answers, strict=True):
            if answer.content is not None:
                known.keep(answer.content, file.settings, answer.outcome)
            yield answer.outcome


def _looked_up(files: Sequence[File], known: Known, checker: Checker) -> Iterator[Answer | Todo]:
    """What is known of each file, or that it is to be checked."""
    from lint_reports.parallel import Todo  # loaded by now

    for settings, group in groupby(files, _settings):
        while some := list(islice(group, _AT_ONCE)):
            read = {file.path: _read(file) for file in some}
            found = known.find({path: one[0] for path, one in read.items() if one is not None}, settings)
            for file in some:
                one = read[file.path]
                if one is None:
                    yield checker([file])[0]._replace(content=None)
                elif file.path in found:
                    yield Answer(found[file.path])
                else:
                    yield Todo(file, one[1])


def _read(file: File) -> tuple[bytes, int] | None:
    """The digest of what is in a file, and its size; `None` if it cannot be read, or not twice, as a pipe."""
    if not (file.walked or os.path.isfile(file.path)):
        return None
    try:
        data = whole(file.path, MAX_BYTES + 1)
    except OSError:
        return None
    return digest(data), len(data)


def content(path: str) -> bytes:
    """The bytes of a file; one too many of a file that is too big."""
    return bytes_of(path, MAX_BYTES + 1)


def unreadable(path: str, error: OSError) -> Failure:
    """A file that the system does not let us read."""
    reason = error.strerror or str(error)
    return Failure(path, Say(f"读不了：{reason}。请检查文件是否存在、是否有权限。", f"cannot be read: {reason}"))


def _too_big(path: str) -> Failure:
    return Failure(
        path,
        Say(
            "内存不够，没有检查；请拆分文件，或用 --workers 1 逐个检查。",
            "not enough memory to check it; split it, or use --workers 1",
        ),
    )


def _died(file: File, code: int) -> Answer:
    """Of a file whose process has ended: most often the system has killed it for its use of memory."""
    zh = f"被信号 {-code} 终止" if code < 0 else f"退出码 {code}"
    en = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
    return Answer(
        Failure(
            file.path,
            Say(
                f"检查它的进程意外结束（{zh}），可能是内存不足；请拆分文件，或用 --workers 1 重试。",
                f"the process that checked it {en}, perhaps for lack of memory; split it, or try --workers 1",
            ),
        )
    )
