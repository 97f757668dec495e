-- Mailward's door for Dovecot 2.3: asks the authority about every login.
--
-- A site loads this file from its own (see docs/operating/mail-servers.md), which first sets
--   mailward = { authority = 'http://127.0.0.1:8090', key_file = '/etc/mailward/mail-key' }
-- and where mailboxes are not named by the whole address:
--   mailward.mailbox_of = function(address) return address:match('^[^@]+') end
--
-- Answers of the authority: 200 accepted (with the canonical address) or refused; everything else, silence included,
-- is a temporary failure: never a yes, and never a permanent no.

local HOLD_LIMIT_MS = 30000 -- the authority holds a login for at most 20 s while a phone is asked
local POSTFIX_PATIENCE_S = 11 -- Postfix waits 10 s for Dovecot

local client
local authorization

local function read_key(path)
  local file = assert(io.open(path, 'r'))
  local key = file:read('a'):match('^%s*(.-)%s*$')
  file:close()
  assert(key ~= '', 'the mail key in ' .. path .. ' is empty')
  return key
end

-- JSON string. Bytes above 0x7f pass as they are: the authority refuses what is not UTF-8.
local function json_string(value)
  return '"' .. tostring(value or ''):gsub('[%c"\\]', function(character)
    return string.format('\\u%04x', character:byte())
  end) .. '"'
end

-- What an IMAP client calls itself (imap_id_retain): the inside of its ID list, as in "name" "Thunderbird". It may be anything,
-- so it is cut, and made plain where it is not UTF-8: it must never be why a question cannot be read.
local function client_id(request)
  local list = tostring(request.client_id or ''):sub(1, 1000)
  if utf8.len(list) and not list:find('\237[\160-\191]') then
    return list
  end
  return (list:gsub('[\128-\255]', '?'))
end

local function question(request, password)
  -- Dovecot tells "secured" as a word ("tls", "secured") or not at all.
  local secured = request.secured ~= nil and request.secured ~= ''
  return table.concat({
    '{"user":', json_string(request.user),
    ',"password":', json_string(password),
    ',"service":', json_string(request.service),
    ',"mechanism":', json_string(request.mech),
    ',"remoteAddress":', json_string(request.rip),
    ',"session":', json_string(request.session),
    ',"secured":', tostring(secured),
    ',"clientId":', json_string(client_id(request)),
    '}',
  })
end

local function whole_address(address)
  return address
end

-- Postfix passes Dovecot's "temporary" on as a permanent 535, and mail apps then ask people for a new password. Only when
-- Dovecot says nothing until its time is up does Postfix answer a temporary 454; so it is kept waiting.
local function outlast_postfix(request)
  if request.service == 'smtp' then
    os.execute('sleep ' .. POSTFIX_PATIENCE_S)
  end
end

function script_init()
  mailward.mailbox_of = mailward.mailbox_of or whole_address
  authorization = 'Bearer ' .. read_key(mailward.key_file)
  client = dovecot.http.client({
    connect_timeout = 2000,
    request_timeout = HOLD_LIMIT_MS,
    max_attempts = 1, -- a second attempt would ask the person's phone twice
    auto_retry = false,
    user_agent = 'dovecot-mailward',
  })
  return 0
end

function script_deinit() end

function auth_password_verify(request, password)
  local asked = client:request({ url = mailward.authority .. '/mail-login/dovecot', method = 'POST' })
  asked:add_header('Content-Type', 'application/json')
  asked:add_header('Authorization', authorization)
  asked:set_payload(question(request, password))
  local answer = asked:submit()

  if answer:status() == 200 then
    local payload = answer:payload()
    local result = payload:match('"result"%s*:%s*"(%a+)"')
    if result == 'refused' then
      return dovecot.auth.PASSDB_RESULT_PASSWORD_MISMATCH, {}
    end
    local user = payload:match('"user"%s*:%s*"([^"\\]+)"')
    if result == 'accepted' and user ~= nil then
      return dovecot.auth.PASSDB_RESULT_OK, { user = mailward.mailbox_of(user) }
    end
  end
  request:log_error('mailward: the authority did not decide, HTTP ' .. answer:status() .. ' ' .. (answer:reason() or ''))
  outlast_postfix(request)
  return dovecot.auth.PASSDB_RESULT_INTERNAL_FAILURE, 'the authority did not decide'
end
