-- Run by Neovim without a window: opens a note, starts the server, asks one thing at a place, prints the answer as JSON.
-- Everything comes in by the environment: PINCITE (the command as JSON), NOTE, METHOD, LINE and CHARACTER (from 0).
local note, method = vim.env.NOTE, vim.env.METHOD
local line, character = tonumber(vim.env.LINE), tonumber(vim.env.CHARACTER)

local function finish(answer)
  io.stdout:write('ANSWER ' .. vim.json.encode(answer) .. '\n')
  vim.cmd('qall!')
end

local function waitFor(what, condition)
  if not vim.wait(20000, condition, 10) then
    finish({ failed = 'waited in vain: ' .. what })
  end
end

-- So that the cursor may stand behind the last character, as it does while a person types.
vim.o.virtualedit = 'onemore'
vim.cmd('edit ' .. vim.fn.fnameescape(note))
local buffer = vim.api.nvim_get_current_buf()
local isLoaded = false

local id = vim.lsp.start_client({
  name = 'pincite',
  cmd = vim.json.decode(vim.env.PINCITE),
  root_dir = vim.fn.fnamemodify(note, ':h'),
  init_options = vim.json.decode(vim.env.OPTIONS),
  handlers = {
    ['pincite/corpusChanged'] = function() end,
    ['window/logMessage'] = function(_, result)
      if result.message:find('^corpus.loaded') then
        isLoaded = true
      end
    end,
  },
})
vim.lsp.buf_attach_client(buffer, id)
waitFor('the corpus', function()
  return isLoaded
end)

if method == 'diagnostics' then
  waitFor('diagnostics', function()
    return #vim.diagnostic.get(buffer) > 0
  end)
  finish(vim.diagnostic.get(buffer))
  return
end

-- Neovim counts bytes within a line, the protocol UTF-16 units: the conversion is Neovim's own.
local text = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1]
vim.api.nvim_win_set_cursor(0, { line + 1, vim.str_byteindex(text, character, true) })

if method == 'hover window' then
  vim.lsp.buf.hover()
  local function window()
    for _, each in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(each).relative ~= '' then
        return each
      end
    end
  end
  waitFor('the window', function()
    return window() ~= nil
  end)
  finish(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window()), 0, -1, false))
elseif method == 'jump' then
  vim.lsp.buf.definition()
  waitFor('the jump', function()
    return vim.api.nvim_get_current_buf() ~= buffer
  end)
  local cursor = vim.api.nvim_win_get_cursor(0)
  finish({ file = vim.api.nvim_buf_get_name(0), line = cursor[1], text = vim.api.nvim_get_current_line() })
else
  local parameters = vim.lsp.util.make_position_params(0, 'utf-16')
  local answers, problem = vim.lsp.buf_request_sync(buffer, method, parameters, 20000)
  finish(answers and answers[id] and answers[id].result or { failed = problem })
end
