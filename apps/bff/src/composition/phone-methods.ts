import type { Logger } from 'pino';
import type { Activity } from '../activity/activity.ts';
import { createInProcessSignals } from '../adapters/signals/in-process.ts';
import { createPostgresSignals } from '../adapters/signals/postgres-signals.ts';
import type { ViewClient } from '../clients/client-view.ts';
import type { Config } from '../config.ts';
import type { Fingerprint } from '../crypto/fingerprint.ts';
import type { RandomBytes } from '../crypto/random.ts';
import type { Seal } from '../crypto/seal.ts';
import type { CredentialStore } from '../factors/credential-store.ts';
import { createEventStreams, type EventStreams } from '../http/event-streams.ts';
import { createScanStore } from '../scans/scan-store.ts';
import { createScans, type PhoneScans } from '../scans/scans.ts';
import type { Signals } from '../signals/signals.ts';
import type { Database } from '../storage/database.ts';
import { createSendCode, type SendCode } from '../text-messages/send-code.ts';
import { createTextMessageStore } from '../text-messages/text-message-store.ts';
import { createTextMessages, type TextMessages } from '../text-messages/text-messages.ts';
import type { Clock } from '../time/clock.ts';
import type { Services } from './services.ts';

/** What stands behind the methods that need a phone, and what tells the pages that wait for one. */
export interface PhoneMethods {
	readonly signals: Signals;
	readonly streams: EventStreams;
	readonly texts: TextMessages;
	readonly sendCode: SendCode;
	readonly scans: PhoneScans;
}

export const createPhoneMethods = (parts: {
	config: Config;
	services: Services;
	db: Database;
	seal: Seal;
	/** Keyed hash of numbers. */
	fingerprint: Fingerprint;
	credentials: CredentialStore;
	activity: Activity;
	viewClient: ViewClient;
	clock: Clock;
	random: RandomBytes;
	log: Logger;
	onFailure: (error: unknown) => void;
}): PhoneMethods => {
	const { config, services, db, seal, fingerprint, credentials, activity, viewClient, clock, random, log } = parts;
	const signals =
		'url' in config.database
			? createPostgresSignals(config.database.url, { clock, onFailure: parts.onFailure })
			: createInProcessSignals();
	const streams = createEventStreams(signals);
	const texts = createTextMessages({
		db,
		store: createTextMessageStore(db, seal),
		gateways: services.textGateways,
		fingerprint,
		signals,
		clock,
		onRefusal: (refusal) => log.warn(refusal, 'a gateway did not take a text'),
	});
	const sendCode = createSendCode({ db, texts, random });
	const scans = createScans({
		db,
		store: createScanStore(db, seal),
		credentials,
		providers: services.identityProviders,
		activity,
		signals,
		viewClient,
		publicOrigin: config.publicOrigin,
		clock,
		random,
		onRefusal: (refusal) => log.warn(refusal, 'a platform did not say who holds a phone'),
	});
	return { signals, streams, texts, sendCode, scans };
};
