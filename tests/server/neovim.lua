-- Opens a.md in Neovim with the server (the command is in $SERVER, its parts by line) and prints what comes of it as JSON.
local function wait(what, is_so)
  if not vim.wait(90000, is_so, 50) then error("never so: " .. what) end
end

local function request(method, line, character)
  local params = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = character } }
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  for _, answer in pairs(answers or {}) do return answer.result end
end

local function codes()
  return vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0))
end

vim.cmd("edit a.md")
local client = vim.lsp.start_client({ name = "notelint", cmd = vim.split(vim.env.SERVER, "\n"), root_dir = vim.fn.getcwd(),
  workspace_folders = { { uri = vim.uri_from_fname(vim.fn.getcwd()), name = "notes" } } })
vim.lsp.buf_attach_client(0, client)
wait("first findings", function() return #codes() > 0 end)
local found = { first = vim.tbl_map(function(one) return { one.lnum, one.col, one.code, one.message } end, vim.diagnostic.get(0)) }
found.hover = request("textDocument/hover", 2, 20).contents.value
vim.api.nvim_buf_set_lines(0, 2, 3, false, { "- 😀 Steeping time: 2 minutes", "- It was recieved" })
wait("findings of what was typed", function() return codes()[1] == "misspelling" end)
found.typed = codes()
local range = { start = { line = 3, character = 9 }, ["end"] = { line = 3, character = 9 } }
local params = { textDocument = vim.lsp.util.make_text_document_params(), range = range, context = { diagnostics = {} } }
for _, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 60000)) do
  local action = answer.result[1]
  vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding or "utf-16")
end
wait("no findings", function() return #codes() == 0 end)
found.fixed = vim.api.nvim_buf_get_lines(0, 0, -1, false)
local rename = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 0, character = 3 }, newName = "Tea" }
for _, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/rename", rename, 60000)) do
  vim.lsp.util.apply_workspace_edit(answer.result, vim.lsp.get_client_by_id(client).offset_encoding or "utf-16")
end
found.renamed = vim.api.nvim_buf_get_lines(vim.fn.bufnr("b.md"), 0, -1, false)
io.stdout:write(vim.fn.json_encode(found) .. "\n")
vim.cmd("qall!")
