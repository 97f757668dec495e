-- Master credential of Mailward's nginx door, for Dovecot 2.3: nginx has had the login decided already and now signs in
-- as ADDRESS*MASTERUSER. This is a key to every mailbox, so it opens only on the listeners kept for nginx.
--
-- A site loads this file from its own (see docs/operating/mail-servers.md), which first sets
--   mailward_front_door = { user = 'mailward', password_file = '/etc/mailward/master-password', ports = { 10143, 10110 } }

local password

local function contains(list, wanted)
  for _, value in ipairs(list) do
    if tostring(value) == wanted then
      return true
    end
  end
  return false
end

-- Compares without stopping at the first difference, so that the time tells nothing about the password.
local function same(left, right)
  if #left ~= #right then
    return false
  end
  local difference = 0
  for position = 1, #left do
    difference = difference | (left:byte(position) ~ right:byte(position))
  end
  return difference == 0
end

function script_init()
  local file = assert(io.open(mailward_front_door.password_file, 'r'))
  password = file:read('a'):match('^%s*(.-)%s*$')
  file:close()
  assert(#password >= 16, 'the master password is shorter than 16 characters')
  return 0
end

function script_deinit() end

function auth_password_verify(request, given)
  -- real_lport is the port the TCP connection came to; lport may have been claimed in a PROXY header.
  if contains(mailward_front_door.ports, tostring(request.real_lport)) and request.user == mailward_front_door.user and same(given, password) then
    return dovecot.auth.PASSDB_RESULT_OK, {}
  end
  return dovecot.auth.PASSDB_RESULT_PASSWORD_MISMATCH, {}
end
