/** The mail apps that one chooses from: as they call themselves, and how they are called in a sentence. */
export const mailApps = {
	foxmail: { name: 'Foxmail', text: 'On a computer', short: 'Foxmail' },
	outlook: { name: 'Outlook', text: 'On a computer', short: 'Outlook' },
	'mac-mail': { name: 'Mac Mail', text: 'The Mail app on a Mac', short: 'Mac Mail' },
	iphone: { name: 'iPhone and iPad Mail', text: 'The Mail app on them', short: 'iPhone' },
	huawei: { name: 'Huawei Email', text: 'On a Huawei phone or tablet', short: 'Huawei Email' },
	android: { name: 'Android mail', text: 'The Gmail app on other phones', short: 'Android' },
	thunderbird: { name: 'Thunderbird', text: 'On a computer', short: 'Thunderbird' },
	program: { name: 'Printer or program', text: 'Scanner, server, script', short: 'Printer' },
	browser: { name: 'Browser only', text: 'None needed' },
	any: 'the mail app',
} as const;
