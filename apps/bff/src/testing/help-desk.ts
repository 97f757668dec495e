import { createActivity } from '../activity/activity.ts';
import { createActivityStore } from '../activity/activity-store.ts';
import { createFactorAttempts } from '../attempts/factor-attempts.ts';
import { createViewClient } from '../clients/client-view.ts';
import { createPlaces } from '../clients/places.ts';
import { createFingerprint } from '../crypto/fingerprint.ts';
import { systemRandom } from '../crypto/random.ts';
import { createPeople } from '../people/people.ts';
import { createPeopleStore } from '../people/people-store.ts';
import { createSessionStore } from '../sessions/session-store.ts';
import type { TestApp } from './test-app.ts';
import { testKeys } from './test-keys.ts';

/** The help desk gives somebody who has lost everything a code, as `mailward accounts reset` does. */
export const resetCode = async ({ app, db, clock }: TestApp, address: string, person?: string): Promise<string> => {
	const random = systemRandom;
	const people = createPeople({
		db,
		store: createPeopleStore(),
		attempts: createFactorAttempts(db, clock),
		sessions: createSessionStore({ db, policies: app.policies, clock, random }),
		activity: createActivity({
			store: createActivityStore(db),
			viewClient: createViewClient(createPlaces([])),
			clock,
			random,
		}),
		fingerprint: createFingerprint(testKeys.fingerprintKey('invitations')),
		clock,
		random,
	});
	return people.reset(await app.accounts.find(address), person);
};
