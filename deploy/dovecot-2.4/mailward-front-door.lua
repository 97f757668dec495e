-- Master credential of Mailward's nginx door, for Dovecot 2.4: nginx has had the login decided already and now signs in
-- as ADDRESS*MASTERUSER. This is a key to every mailbox, so it opens only on the listeners kept for nginx. The site's
-- `passdb front_door` block names this file and sets `user`, `password_file` and `ports` (separated by blanks).

local master
local password
local ports = {}

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

function script_init(settings)
  master = settings.user
  local file = assert(io.open(settings.password_file, 'r'))
  password = file:read('a'):match('^%s*(.-)%s*$')
  file:close()
  assert(#password >= 16, 'the master password is shorter than 16 characters')
  for port in settings.ports:gmatch('%d+') do
    ports[port] = true
  end
  return 0
end

function script_deinit() end

function auth_password_verify(request, given)
  -- real_local_port is the port the TCP connection came to; local_port may have been claimed in a PROXY header.
  if ports[tostring(request.real_local_port)] and request.user == master and same(given, password) then
    return dovecot.auth.PASSDB_RESULT_OK, {}
  end
  return dovecot.auth.PASSDB_RESULT_PASSWORD_MISMATCH, nil
end
