/** What a step calls **so** is a label in the drawing beside it, or on the way there. */
export const phoneGuides = {
	iphone: {
		name: 'iPhone and iPad Mail',
		kind: 'On a phone or tablet',
		heading: 'Put it into Mail on your iPhone',
		symptom: 'Mail says **Unable to receive mail** or **Cannot Get Mail**.',
		incoming: 'Incoming mail',
		outgoing: 'Outgoing mail',
		steps: {
			open: 'Open **Settings** and go to the account, then **Account Settings**. Before iOS 18: “Settings”, “Mail”, “Accounts”.',
			password: 'Under **Incoming Mail Server**, delete what is in **Password** and paste the new one.',
			advanced: 'Tap **Advanced** at the bottom. **Use SSL** is on and **Server Port** is the one drawn here. Go back.',
			smtp: 'Tap **SMTP** under **Outgoing Mail Server**, then the server at the top of the next page.',
			sending:
				'Here, too, delete what is in **Password** and paste the new one. Compare **Server Port**, then **Done**.',
			done: 'Go back to the first page and tap **Done** there as well. Close Mail, open it again and send yourself a message.',
		},
		drawings: {
			account: 'iPhone, settings of the mail account: the incoming server with its password',
			advanced: 'iPhone, page “Advanced”: SSL and port of the incoming server',
			lower: 'iPhone, settings of the mail account further down: the outgoing server',
			smtp: 'iPhone, page of the outgoing server with a password of its own',
		},
		notes: {
			separate:
				'The iPhone keeps the two servers’ passwords apart. If mail arrives but none goes out, the second one is still the old one.',
			profile:
				'There is a quicker way: where you make the password, the page also offers a profile by which the iPhone sets itself up.',
		},
	},
	huawei: {
		name: 'Huawei Email',
		kind: 'On a phone or tablet',
		heading: 'Put it into Huawei Email',
		symptom: 'Email says **Account or password error**, or fetches nothing any more.',
		servers: 'Both servers on one page',
		steps: {
			open: 'In Email, open **Settings** at the top right, choose the account, then **Server settings**.',
			incoming: 'Under **Incoming server**, delete what is in **Password** and type the new one, group by group.',
			outgoing: 'Do the same under **Outgoing server**.',
			done: 'Tap **Done**. Close Email, open it again and send yourself a message.',
		},
		drawings: {
			account: 'Huawei Email, settings of the account with the row “Server settings”',
			servers: 'Huawei Email, page “Server settings”: incoming and outgoing server, each with its password',
		},
		notes: {
			typing:
				'Huawei Email can’t paste passwords. On another screen, choose “Type it group by group” below the new password: it shows four characters at a time, large, and marks the capitals. With one phone only, write it on paper and tear that up afterwards, or use split screen.',
			capital: 'Many keyboards begin with a capital by themselves. Look at the first character before you go on.',
		},
	},
	android: {
		name: 'Android mail (Gmail app)',
		kind: 'On a phone or tablet',
		heading: 'Put it into the Gmail app',
		symptom: 'The Gmail app says **Couldn’t sign in**, or that the account can’t be synchronised.',
		incoming: 'Incoming mail',
		outgoing: 'Outgoing mail',
		steps: {
			open: 'In the Gmail app open **Settings**, choose the address, then **Incoming settings**.',
			incoming: 'Delete what is in **Password** and paste the new one.',
			incomingDone: 'Compare **Server**, **Port** and **Security type**, then tap **Done**.',
			openOutgoing: 'Back in the list, tap **Outgoing settings**.',
			outgoing: '**Require sign-in** is on. Delete what is in **Password** and paste the same one.',
			outgoingDone: 'Compare the rest and tap **Done**. Close the app, open it again and send yourself a message.',
		},
		drawings: {
			list: 'Gmail app, settings of the account with the row “Incoming settings”',
			incoming: 'Gmail app, page “Incoming settings”',
			listOutgoing: 'Gmail app, settings of the account with the row “Outgoing settings”',
			outgoing: 'Gmail app, page “Outgoing settings” with a password of its own',
		},
		notes: {
			others: 'The mail apps of Xiaomi, OPPO, vivo, Honor and Samsung have the same two pages, under similar names.',
			google: 'Where Google’s services can’t be reached, choose the phone’s own mail app instead of Gmail.',
		},
	},
} as const;
