import type { Language } from '@mailward/shared/languages.ts';

interface ProfileWords {
	/** Of the profile, in the list of profiles. */
	title(organisation: string): string;
	description(address: string, passwordName: string): string;
}

/** What the device shows before it installs a profile, and afterwards in its settings. */
export const profileWords: Readonly<Record<Language, ProfileWords>> = {
	zh: {
		title: (organisation) => `邮件：${organisation}`,
		description: (address, passwordName) =>
			`设置邮件账号 ${address}。其中包含名为“${passwordName}”的客户端专用密码。不再使用此设备时，请在门户的“客户端专用密码”中删除它。`,
	},
	en: {
		title: (organisation) => `${organisation} mail`,
		description: (address, passwordName) =>
			`Sets up the mail account ${address}, with the client-specific password “${passwordName}” inside. When you no longer use this device, delete that password in the portal.`,
	},
};
