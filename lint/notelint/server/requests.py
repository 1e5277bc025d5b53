"""Which request or notification of the protocol is answered by what."""

import asyncio

from lsprotocol import types

from notelint.engine.run.own_words import add_words, is_word
from notelint.server import actions, navigation, renaming
from notelint.server.completion import completions
from notelint.server.hover import hover
from notelint.server.server import Server
from notelint.server.symbols import document_symbols

_WATCHED = ("**/*.{md,markdown,mdx}", "**/{notelint.toml,pyproject.toml,.gitignore,notelint-baseline.json}", "**/*.{yaml,yml,txt}")


def make_server() -> Server:
    """A server that nobody is connected to yet."""
    server = Server()
    _add_notifications(server)
    _add_requests(server)
    _add_commands(server)
    return server


def _add_notifications(server: Server) -> None:
    @server.feature(types.INITIALIZED)
    async def initialized(ls: Server, params: types.InitializedParams) -> None:
        watching = ls.client_capabilities.workspace and ls.client_capabilities.workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in _WATCHED])
            registration = types.Registration("notelint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            ls.client_register_capability(types.RegistrationParams([registration]))
        root = ls.workspace.root_uri
        await ls.open(list(ls.workspace.folders) or ([root] if root else []))

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    async def did_change_folders(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
        ls.close([one.uri for one in params.event.removed])
        await ls.open([one.uri for one in params.event.added])

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        if folder := ls.folder_around(params.text_document.uri):
            await ls.open([folder], alone=True)
        ls.wait(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.wait(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        await ls.reload(ls.changed([params.text_document.uri]))

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.settle()
        if found := ls.find(params.text_document.uri):
            found[0].close(found[1])
        ls.show()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        await ls.reload(ls.changed([one.uri for one in params.changes]))


def _add_requests(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def show_hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        found = ls.note(params.text_document.uri)
        return hover(*found, params.position) if found else None

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions())
    def complete(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
        found = ls.note(params.text_document.uri)
        return completions(*found, params.position) if found else None

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def define(ls: Server, params: types.DefinitionParams) -> list[types.Location]:
        found = ls.note(params.text_document.uri)
        return navigation.definition(*found, params.position) if found else []

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def refer(ls: Server, params: types.ReferenceParams) -> list[types.Location]:
        found = ls.note(params.text_document.uri)
        locations = []
        for one in navigation.references(*found, params.position, itself=params.context.include_declaration) if found else ():
            locations.append(one)
            await asyncio.sleep(0)
        return locations

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        found = ls.note(params.text_document.uri)
        return document_symbols(*found) if found else []

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    def links(ls: Server, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        found = ls.note(params.text_document.uri)
        return list(navigation.document_links(*found)) if found else []

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        found = ls.note(params.text_document.uri)
        return renaming.prepare_rename(*found, params.position) if found else None

    @server.feature(types.TEXT_DOCUMENT_RENAME)
    def rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
        found = ls.note(params.text_document.uri)
        return renaming.rename(*found, params.position, params.new_name) if found else None

    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def code_actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        found = ls.note(params.text_document.uri)
        return list(actions.actions(*found, params.range, params.context)) if found else []


def _add_commands(server: Server) -> None:
    @server.command(actions.FIX_ALL)
    async def fix_all(ls: Server, uri: str) -> None:
        found = ls.note(uri)
        if found:
            edit = actions.fix_all(*found)
            if edit.changes:
                await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, "notelint: fix all"))

    @server.command(actions.ACCEPT_WORD)
    async def accept_word(ls: Server, uri: str, word: str) -> None:
        found = ls.note(uri)
        if found and is_word(word):
            folder, _ = found
            try:
                add_words([word], folder.config)
            except OSError as error:
                ls.complain(error)
                return
            folder.live.forget()
            ls.show()
            await ls.reload([folder])
