"""The server: registers the tools, the pages of rules and the packs as resources."""

import functools
from collections.abc import Callable, Sequence
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from notelint import __version__
from notelint.agent.tools import Tools
from notelint.config import ConfigError
from notelint.packs.error import PackError
from notelint.packs.folders import pack_files
from notelint.packs.locate import shipped_packs
from notelint.report import rules
from notelint.rules import RULES_BY_ID
from notelint.source import SourceError

_INSTRUCTIONS = """notelint checks what Markdown study notes say: numbers against canonical values with sources, spelling, names, links, structure.
Ask lookup_value before you state a limit, price or retention period of a service; give its source and as-of date."""


def server(roots: Sequence[str], *, allow_fix: bool) -> MCPServer[Any]:
    """The server over `roots`; files are changed only if `allow_fix`."""
    tools = Tools(roots)
    made: MCPServer[Any] = MCPServer("notelint", version=__version__, instructions=_INSTRUCTIONS)
    for tool in (tools.check_text, tools.check_paths, tools.lookup_value, tools.explain_claim, tools.coverage, tools.suggest_fix):
        made.add_tool(_telling_why(tool))
    if allow_fix:
        made.add_tool(_telling_why(tools.fix_paths))

    @made.resource("notelint://rules/{rule}", mime_type="text/markdown")
    def rule_page(rule: str) -> str:
        """The page of a rule: what it finds, why it matters, an example."""
        found = RULES_BY_ID[rule]
        return f"# {found.ID}\n\n{rules.rule_page(found)}"

    @made.resource("notelint://packs/{pack}", mime_type="application/yaml")
    def pack_text(pack: str) -> str:
        """All files of a shipped pack: what is known, with sources."""
        return "\n---\n".join(path.read_text(encoding="utf-8") for path in pack_files(shipped_packs()[pack]))

    return made


def _telling_why(tool: Callable[..., Any]) -> Callable[..., Any]:
    """The tool with errors that say what is wrong with the request; the SDK keeps the text of all others to itself."""

    @functools.wraps(tool)
    def called(*args: Any, **kwargs: Any) -> Any:
        try:
            return tool(*args, **kwargs)
        except OSError as error:
            raise ToolError(f"{error.filename or 'file'}: {error.strerror or error}") from error
        except (ConfigError, PackError, SourceError, ValueError) as error:
            raise ToolError(str(error)) from error

    return called
