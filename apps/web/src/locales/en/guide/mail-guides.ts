/** What a step calls **so** is a label in the drawing beside it, or on the way there. */
export const mailGuides = {
	both: 'Incoming and outgoing mail each keep a password of their own. Change both.',
	way: 'The way there',
	or: 'Or',
	enlargeNamed: 'Enlarge: {drawing}',
	close: 'Close',
	drawn: 'The pictures are drawings. Your version may name or arrange a few things differently.',
	values: {
		title: 'What belongs in the fields',
		incoming: 'Incoming mail server (IMAP)',
		outgoing: 'Outgoing mail server (SMTP)',
		server: 'Server',
		pop3: 'or POP3',
		port: 'Port',
		tls: 'SSL/TLS',
		starttls: 'STARTTLS',
		username: 'User name',
		usernameHint: 'the full address',
		password: 'Password',
		passwordIs: 'Client-specific password',
		passwordHint: '16 characters, no spaces, capitals matter',
	},
	foxmail: {
		name: 'Foxmail',
		kind: 'On a computer',
		heading: 'Put it into Foxmail',
		symptom: 'Foxmail says **Account Error**: it still tries your old password.',
		asks: 'In the window that comes up',
		servers: 'In the account’s settings',
		steps: {
			password: 'Delete what is in **Password** and paste the new one.',
			advanced:
				'Press **Setup account**, then **Advanced**. Without that window: the menu at the top right, **Account management**.',
			incoming: 'Open **Server**. Under **Incoming server**, delete the old **Password** and paste the new one.',
			outgoing:
				'Under **Outgoing server**, choose **Same as incoming server**. If it shows a password of its own, paste the new one there too.',
			done: 'Press **OK**. Quit Foxmail, start it again and send yourself a message.',
		},
		drawings: {
			asks: 'Foxmail’s window “Account Error” with the field for the password',
			servers: 'Foxmail’s settings, page “Server”: incoming and outgoing server of the account',
		},
	},
	outlook: {
		name: 'Outlook',
		kind: 'On a computer',
		heading: 'Put it into Outlook',
		symptom: 'Outlook says **You need to sign in**, or asks for a password again and again.',
		newOne: 'New Outlook',
		classic: 'Classic Outlook',
		steps: {
			account: 'Click the account. Where Outlook says **You need to sign in**, go on: a window opens.',
			more: 'Turn on **Show more**, so that both servers can be seen.',
			incoming: 'Paste the new password into **IMAP password**.',
			outgoing: 'Paste it into **SMTP password** as well.',
			done: 'Press **Continue**. Quit Outlook, start it again and send yourself a message.',
			asksIncoming: 'Outlook asks in a window. **Server** tells for which one: first it is the incoming server.',
			pasteIncoming: 'Paste the new **Password**, tick **Save this password in your password list** and press **OK**.',
			asksOutgoing: 'Send yourself a message. The window comes again, now for the outgoing **Server**.',
			pasteOutgoing: 'Paste the same **Password**, tick the box again and press **OK**.',
		},
		drawings: {
			newOne: 'New Outlook: sign-in window of an IMAP account with the fields for both servers',
			classicIncoming: 'Classic Outlook: window “Internet Email” that asks for the incoming server’s password',
			classicOutgoing: 'Classic Outlook: the same window for the outgoing server',
		},
		notes: {
			cloud:
				'New Outlook signs in from Microsoft’s computers, not from yours. Lists of mail apps therefore show an address of Microsoft’s.',
			unasked:
				'If classic Outlook doesn’t ask: “File”, “Account Settings”, “Account Settings”, select the account, “Change”.',
		},
	},
	'mac-mail': {
		name: 'Mac Mail',
		kind: 'On a computer',
		heading: 'Put it into Mail on your Mac',
		symptom: 'Mail says **Can’t connect to the account**, or asks for its password.',
		asks: 'In the window that comes up',
		servers: 'In Mail’s settings',
		steps: {
			password: 'Paste the new password into **Password**.',
			keep: 'Tick **Remember this password in my keychain** and press **OK**.',
			open: 'Open **Mail**, **Settings…**, **Accounts**. Choose the account, then **Server Settings**.',
			incoming: 'Under **Incoming Mail Server (IMAP)**, delete the old **Password** and paste the new one.',
			outgoing: 'Do the same under **Outgoing Mail Server (SMTP)**.',
			done: 'Press **Save**. Quit Mail, open it again and send yourself a message.',
		},
		drawings: {
			asks: 'Mail on a Mac asks for the password of the account',
			servers: 'Mail on a Mac: settings, accounts, page “Server Settings” with both servers',
		},
		notes: {
			automatic:
				'No port to be seen? Mail looks for it by itself. Untick “Automatically manage connection settings” to enter it.',
		},
	},
	thunderbird: {
		name: 'Thunderbird',
		kind: 'On a computer',
		heading: 'Put it into Thunderbird',
		symptom: 'Thunderbird says **Login to account failed**. It asks twice: once when it fetches, once when it sends.',
		incoming: 'When it fetches mail',
		outgoing: 'When it sends mail',
		steps: {
			enterIncoming: 'In the message about the incoming server, press **Enter New Password**.',
			pasteIncoming:
				'Paste the new password, tick **Use Password Manager to remember this password** and press **OK**.',
			enterOutgoing:
				'Send yourself a message. In the message about the outgoing server, press **Enter New Password** again.',
			pasteOutgoing:
				'Paste the same password, tick **Use Password Manager to remember this password** and press **OK**.',
			done: 'Quit Thunderbird and start it again.',
		},
		drawings: {
			failedIncoming: 'Thunderbird: sign-in to the incoming server failed',
			promptIncoming: 'Thunderbird asks for the incoming server’s new password',
			failedOutgoing: 'Thunderbird: sign-in to the outgoing server failed',
			promptOutgoing: 'Thunderbird asks for the outgoing server’s new password',
		},
		notes: {
			saved:
				'It no longer asks? In “Settings”, “Privacy & Security”, “Saved Passwords”, remove both entries of your account, the one with imap and the one with smtp. Then it asks again.',
			method: 'In “Account Settings” the authentication method of both servers is “Normal password”.',
		},
	},
	program: {
		name: 'Printer or program',
		kind: 'Sends only',
		heading: 'Put it into the printer or program',
		symptom: 'The device reports **Authentication failed**, or what it sends doesn’t arrive.',
		printer: 'A printer or scanner',
		script: 'A program',
		steps: {
			server: 'On the device’s own web page, open the settings for e-mail and enter the **SMTP server**.',
			security: 'Choose **Secure connection** first, then enter the **Port**: many devices change the port with it.',
			signIn: 'Turn on **Authentication** and enter the full address as **User name**.',
			password: 'Delete what is in **Password** and enter the new one.',
			sender: 'The **Sender address** must be the same address: no other is let through.',
			test: 'Save, and let the device send a **Test message**.',
			file: 'Change server, port and encryption in its settings.',
			secret: 'Put the new password where the old one was, and nowhere else: not into the program’s own text.',
			restart: 'Start the program again: most read their settings only then.',
		},
		drawings: {
			printer: 'A printer’s web page with its settings for sending e-mail',
			script: 'A program’s settings for sending e-mail, as a file',
		},
		notes: {
			one: 'Give each device a password of its own. When it is thrown away, delete that one alone.',
			old: 'A device that doesn’t know the encryption shown here can’t send through this server. The help desk knows what else is possible.',
		},
	},
} as const;
