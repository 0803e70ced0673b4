"""Coverage without a tracer: modules are compiled with marks that say what ran.

A tracer is called for every line of every library, and Python 3.11 gives up its own speed under
one. A mark is one item of a list that is set. Each process writes what it saw as data of coverage,
which combines, reports and judges it as it does its own.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Iterable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

from coverage import CoverageData
from coverage.parser import PythonParser

SEEN = "__seen__"
"""The name of a module's marks; a class does not mangle it."""
ELSEWHERE = 0
"""Where a way leads that enters no block: coverage knows the line."""

Arc = tuple[int, int]
Ways = list[tuple[Arc, ...]]


class Marks(ast.NodeTransformer):
    """Marks statements and ways; `arcs` says of each mark what it tells.

    A line that ran is an arc to itself, as coverage keeps it when it has no tracer.
    """

    def __init__(self) -> None:
        self.arcs: Ways = []

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Mark the statements of each block; no way leads through an expression."""
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                setattr(node, name, self._marked(block))
        for name in ("handlers", "cases"):
            for each in getattr(node, name, ()):
                self.generic_visit(each)
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        return self._fork(node, node.test.lineno)

    def visit_While(self, node: ast.While) -> ast.AST:
        return self._fork(node, node.test.lineno)

    def visit_For(self, node: ast.For) -> ast.AST:
        return self._fork(node, node.iter.lineno)

    def visit_Try(self, node: ast.Try) -> ast.AST:
        asked: list[Arc] = []  # by what is caught; a tracer also counts what passes by all
        marks = []
        for handler in node.handlers:
            asked.append(_line(handler.lineno))
            marks.append(self._mark(handler, *asked))
        self.generic_visit(node)
        for handler, mark in zip(node.handlers, marks, strict=True):
            handler.body.insert(0, mark)
        return node

    def visit_Match(self, node: ast.Match) -> ast.AST:
        lines = [case.pattern.lineno for case in node.cases]
        passed: list[Arc] = []
        marks = []
        for case, line, after in zip(node.cases, lines, [*lines[1:], ELSEWHERE], strict=True):
            marks.append(self._mark(case.pattern, *passed, (line, first_line(case.body[0]))))
            passed.append((line, after))
        self.generic_visit(node)
        for case, mark in zip(node.cases, marks, strict=True):
            case.body.insert(0, mark)
        if not _takes_all(node.cases[-1]):
            rest = ast.copy_location(ast.MatchAs(), node.cases[-1].pattern)
            node.cases.append(ast.match_case(rest, None, [self._mark(node, *passed)]))
        return node

    def _fork(self, node: ast.If | ast.While | ast.For, line: int) -> ast.AST:
        to = first_line(node.orelse[0]) if node.orelse else ELSEWHERE
        entered = self._mark(node, (line, first_line(node.body[0])))
        passed = self._mark(node, (line, to))
        self.generic_visit(node)
        node.body.insert(0, entered)
        node.orelse.insert(0, passed)
        return node

    def _marked(self, block: Iterable[ast.stmt]) -> list[ast.stmt]:
        found: list[ast.stmt] = []
        waiting: list[ast.stmt] = []  # a future import runs, but nothing may stand before it
        for place, each in enumerate(block):
            if place == 0 and _is_text(each):
                found.append(each)
                continue
            waiting.append(self._mark(each, *map(_line, _lines(each))))
            if not _is_future(each):
                found += waiting
                waiting.clear()
            found.append(self.visit(each))
        return [*found, *waiting]

    def _mark(self, at: ast.stmt | ast.pattern | ast.ExceptHandler, *arcs: Arc) -> ast.stmt:
        """Sets the next item of the module's list; a fault in it is none of the line after."""
        self.arcs.append(arcs)
        place = ast.Subscript(
            ast.Name(SEEN, ast.Load()), ast.Constant(len(self.arcs) - 1), ast.Store()
        )
        mark = ast.Assign([place], ast.Constant(value=True))
        for node in ast.walk(mark):
            ast.copy_location(node, at)
        return mark


def first_line(statement: ast.stmt) -> int:
    """Where a statement begins, its decorators among it."""
    return _lines(statement)[0]


def _lines(statement: ast.stmt) -> list[int]:
    decorators: Iterable[ast.expr] = getattr(statement, "decorator_list", ())
    return [*(each.lineno for each in decorators), statement.lineno]


def _line(number: int) -> Arc:
    return number, number


def _is_text(statement: ast.stmt) -> bool:
    """A docstring, or the dots of a body that has nothing else."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _is_future(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def _takes_all(case: ast.match_case) -> bool:
    return case.guard is None and isinstance(case.pattern, ast.MatchAs) and not case.pattern.pattern


class _Module:
    """The code of a module with its marks, and those that were set."""

    def __init__(self, path: str, text: bytes) -> None:
        marks = Marks()
        tree = ast.parse(text, path)
        marks.generic_visit(tree)
        self.path = path
        self.code = compile(tree, path, "exec", dont_inherit=True)
        self.arcs = marks.arcs
        self.seen = [False] * len(marks.arcs)

    def ways(self) -> set[Arc]:
        """What ran, with the lines to which ways lead that enter no block."""
        ran = {arc for told, ran in zip(self.arcs, self.seen, strict=True) if ran for arc in told}
        open_ends = {start for start, end in ran if end == ELSEWHERE}
        return {arc for arc in ran if arc[1] != ELSEWHERE} | self._ends(open_ends)

    def _ends(self, starts: set[int]) -> set[Arc]:
        if not starts:
            return set()
        parser = PythonParser(text=Path(self.path).read_text("utf-8"), filename=self.path)
        parser.parse_source()
        forks = {arc for told in self.arcs for arc in told if arc[0] != arc[1]}
        entered = {tuple(map(parser.first_line, arc)) for arc in forks if arc[1] != ELSEWHERE}
        lines = parser.first_lines(starts)
        return {arc for arc in parser.arcs() if arc[0] in lines and arc not in entered}


_modules: dict[str, _Module] = {}
_packages: list[Path] = []


def begin(package: Path) -> None:
    """From now on modules of the package are loaded with marks."""
    plain: Callable[[SourceFileLoader, ModuleType], None] = SourceFileLoader.exec_module

    def exec_module(loader: SourceFileLoader, module: ModuleType) -> None:
        path = loader.path
        if package not in Path(path).parents:
            return plain(loader, module)
        # Migrations are loaded again and again.
        marked = _modules[path] = _modules.get(path) or _Module(path, loader.get_data(path))
        vars(module)[SEEN] = marked.seen
        return exec(marked.code, vars(module))  # noqa: S102 - the module itself, as its loader does

    SourceFileLoader.exec_module = exec_module  # type: ignore[assignment, method-assign]
    _packages.append(package)


def keep() -> None:
    """Write what ran beside what other processes saw, for `coverage combine`."""
    if not _packages:
        return
    data = CoverageData(os.environ.get("COVERAGE_FILE"), suffix=True)
    data.add_arcs({module.path: module.ways() for module in _modules.values()})
    data.touch_files([str(path) for package in _packages for path in package.rglob("*.py")])
    data.write()
