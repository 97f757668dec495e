/// <reference lib="dom" />
import type { People, ScanApp } from './holders.ts';
import type { Text } from './texts.ts';
import type { Language, Words } from './words.ts';

/** What a screen may know and do. */
export interface Phone {
	readonly words: Words;
	readonly language: Language;
	readonly people: People;
	/** Newest first. */
	readonly texts: readonly Text[];
	/** Texts that came since Messages was looked at. */
	readonly unread: number;
	readonly portalOrigin: string;

	/** Where the portal is seen as by the phone's browser. */
	readonly browserOrigin: string;
	/** Goes to the scanner with this app in front. */
	scanWith(app: ScanApp): void;
	openPage(app: ScanApp, path: string): void;
	closePage(): void;
	/** Until another screen is shown. */
	onPaste(listener: (event: ClipboardEvent) => void): void;
}
