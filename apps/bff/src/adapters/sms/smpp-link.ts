/// <reference path="./smpp.d.ts" />
import type { Fields, Pdu, Session } from 'smpp';
import { networkSaying } from './connection.ts';
import type { SmppSettings } from './sms-settings.ts';

/** No session could be had; `message` says why, for the log. Nothing was submitted. */
export class NotBound extends Error {}

/** The session ended, or time ran out, before a message was answered for. */
export class Unanswered extends Error {}

export interface SmppLink {
	/** Resolves with the answer to a `submit_sm`; rejects with `NotBound` or `Unanswered`. */
	submit(fields: Fields): Promise<Pdu>;
	/** Binds where there is no session, so that what the provider has to report can arrive. Rejects with `NotBound`. */
	bind(): Promise<void>;
	close(): Promise<void>;
}

interface Surroundings {
	/** A message from the provider: a receipt, or an answer of the person. It is acknowledged already. */
	readonly onMessage: (message: Pdu) => void;
	/** Words for the log. */
	readonly onTrouble: (what: string) => void;
	/** How long binding and each answer may take, in ms. */
	readonly patience: number;
	/** How often the provider is asked whether it is still there, in ms; unanswered until the next time means no. */
	readonly heartbeat: number;
}

/** SMPP 3.4, 5.1.3: names of `command_status`, for the log. */
const nameOfStatus = (errors: Readonly<Record<string, number>>, status: number) =>
	Object.entries(errors).find(([, number]) => number === status)?.[0] ?? `0x${status.toString(16)}`;

/** Rejects with what `late` makes, `ms` from now, unless `work` was quicker. */
const within = async <T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> => {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(late()), ms);
	try {
		return await Promise.race([work, promise]);
	} finally {
		clearTimeout(timer);
	}
};

/**
 * One transceiver session (SMPP 3.4), bound when it is first needed and again when it is needed after it has ended. All
 * who wait for it share one attempt.
 */
export const createSmppLink = (settings: SmppSettings, surroundings: Surroundings): SmppLink => {
	const { onMessage, onTrouble, patience, heartbeat } = surroundings;
	const loaded = import('smpp');
	// What goes wrong with it is the outcome of whoever needs it.
	loaded.catch(() => undefined);
	let current: Promise<Session> | undefined;
	let isClosed = false;

	const keepAlive = (session: Session) => {
		let isAnswered = true;
		const timer = setInterval(() => {
			if (!isAnswered) {
				onTrouble('the session stopped answering');
				session.destroy();
				return;
			}
			isAnswered = false;
			session.enquire_link(() => {
				isAnswered = true;
			});
		}, heartbeat);
		timer.unref();
		session.once('close', () => clearInterval(timer));
		// Each text under way listens for the end of the session; there is no number of them that would be a leak.
		session.setMaxListeners(0);
	};

	const open = async (): Promise<Session> => {
		const { default: smpp } = await loaded;
		const { host, port, secure } = settings;
		const session = smpp.connect({ host, port, tls: secure });
		const bound = Promise.withResolvers<void>();
		let why = 'the connection was closed';
		session.on('error', (error: unknown) => {
			why = networkSaying(error);
			session.destroy();
		});
		session.on('close', () => bound.reject(new NotBound(why)));
		session.on(secure ? 'secureConnect' : 'connect', () => {
			session.bind_transceiver({ system_id: settings.systemId, password: settings.password }, ({ command_status }) => {
				if (command_status === 0) bound.resolve();
				else bound.reject(new NotBound(`bind: ${nameOfStatus(smpp.errors, command_status)}`));
			});
		});
		session.on('deliver_sm', (message: Pdu) => {
			session.send(message.response());
			onMessage(message);
		});
		session.on('enquire_link', (question: Pdu) => session.send(question.response()));
		session.on('unbind', (farewell: Pdu) => {
			session.send(farewell.response());
			session.close();
		});
		try {
			await within(patience, bound.promise, () => new NotBound('not bound in time'));
		} catch (error) {
			session.destroy();
			throw error;
		}
		keepAlive(session);
		return session;
	};

	const session = (): Promise<Session> => {
		if (isClosed) return Promise.reject(new NotBound('closed'));
		if (current !== undefined) return current;
		const opening = open();
		current = opening;
		const forget = () => {
			if (current === opening) current = undefined;
		};
		opening.then(
			(opened) => {
				// It may have ended between the answer to its bind and now.
				if (opened.socket.destroyed) forget();
				opened.once('close', () => {
					if (!isClosed) onTrouble('the session ended');
					forget();
				});
			},
			(error: Error) => {
				onTrouble(error.message);
				forget();
			},
		);
		return opening;
	};

	return {
		async bind() {
			await session();
		},
		async submit(fields) {
			const bound = await session();
			const answer = Promise.withResolvers<Pdu>();
			const onClose = () => answer.reject(new Unanswered('the session ended before the answer'));
			bound.once('close', onClose);
			try {
				if (!bound.submit_sm(fields, answer.resolve)) throw new NotBound('the session has ended');
				return await within(patience, answer.promise, () => new Unanswered('no answer in time'));
			} finally {
				bound.off('close', onClose);
			}
		},
		async close() {
			isClosed = true;
			const bound = await current?.catch(() => undefined);
			if (bound === undefined || bound.socket.destroyed) return;
			const closed = Promise.withResolvers<void>();
			bound.once('close', () => closed.resolve());
			bound.unbind(() => bound.close());
			await within(patience, closed.promise, () => new Unanswered('not closed in time')).catch(() => bound.destroy());
		},
	};
};
