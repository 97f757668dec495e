import type { Language } from '@mailward/shared/languages.ts';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type ClientInfo, clientInfo } from '../clients/client-info.ts';
import type { ClientAddress } from './client-address.ts';
import { languageOf } from './language.ts';
import { sameOrigin } from './same-origin.ts';

/** A plain form that a page of ours has posted. */
export interface FormPost {
	/** Undefined where the form has no such field, or it is a file. */
	field(name: string): string | undefined;
	readonly client: ClientInfo;
	readonly language: Language;
}

/** Where the browser goes next, or a file that it downloads and nobody keeps on the way. */
export type FormAnswer =
	| { readonly goTo: string }
	| { readonly file: Buffer; readonly type: string; readonly name: string };

/** By path. The few that must be plain forms, since what they lead to is for the system and not for a page. */
export type Forms = Readonly<Record<`/${string}`, (post: FormPost) => Promise<FormAnswer>>>;

const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** Bytes. The forms are a few hidden fields. */
const largestForm = 4 * 1024;

/** Binds the forms, for our own pages only (promise 15). */
export const serveForms = (
	app: Hono,
	forms: Forms,
	{ publicOrigin, clientAddress }: { publicOrigin: string; clientAddress: ClientAddress },
): void => {
	for (const [path, run] of Object.entries(forms)) {
		app.post(path, sameOrigin(publicOrigin), bodyLimit({ maxSize: largestForm }), async (context) => {
			const { req } = context;
			const fields = new URLSearchParams(isForm.test(req.header('Content-Type') ?? '') ? await req.text() : '');
			const answer = await run({
				field: (name) => fields.get(name) ?? undefined,
				client: clientInfo(req.header('User-Agent'), clientAddress(context)),
				language: languageOf(context),
			});
			context.header('Cache-Control', 'no-store');
			if ('goTo' in answer) return context.redirect(answer.goTo, 303);
			context.header('Content-Type', answer.type);
			context.header('Content-Disposition', `attachment; filename="${answer.name}"`);
			return context.body(new Uint8Array(answer.file));
		});
	}
};
