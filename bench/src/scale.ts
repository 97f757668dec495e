import { challengeLife } from '@mailward/bff/challenges/challenges.ts';

/** Seeding and the rounds before may take longer than a person may. Milliseconds. */
export const seededChallengeLife = 6 * challengeLife;

/** How much is measured. Times in milliseconds. */
export interface Scale {
	readonly accounts: number;
	/** Rounds that count; each measures the product and the bare route, one after the other. */
	readonly rounds: number;
	/** How long a round of something that can be repeated lasts. */
	readonly roundTime: number;
	/** Sign-ins in a round: each uses up an account, so they are counted out. */
	readonly signInsARound: number;
	/** The product writes down last uses some time after the last login; nobody else is measured meanwhile. */
	readonly silence: number;
	/** Requests under way at any time, each on a connection of its own. */
	readonly connections: number;
	readonly mailLogins: {
		readonly accounts: number;
		/** How many of them have a mail app that still sends the web password. */
		readonly stale: number;
		/** Logins of each account in a round. */
		readonly each: number;
		/** Far more than the others, since a refusal holds one for a quarter of a second. */
		readonly connections: number;
	};
	/** Logins with the right and with a wrong web password, so many of each at each door by each protocol. */
	readonly timing: { readonly accounts: number; readonly tries: number; readonly connections: number };
	/** Event streams that are open at the same time, and how many of them are told something. */
	readonly streams: number;
	readonly confirmed: number;
}

/** As many as the guides allow a person. */
export const passwordsAnAccount = 6;

export const fullScale: Scale = {
	accounts: 100_000,
	rounds: 5,
	roundTime: 3000,
	signInsARound: 4000,
	silence: 1500,
	connections: 32,
	mailLogins: { accounts: 2000, stale: 600, each: 10, connections: 100 },
	timing: { accounts: 200, tries: 2000, connections: 50 },
	streams: 10_000,
	confirmed: 200,
};

/** Enough to show that all of it still runs; the ratios say nothing. */
export const quickScale: Scale = {
	accounts: 2000,
	rounds: 1,
	roundTime: 300,
	signInsARound: 400,
	silence: 100,
	connections: 8,
	mailLogins: { accounts: 60, stale: 18, each: 10, connections: 50 },
	timing: { accounts: 20, tries: 50, connections: 25 },
	streams: 200,
	confirmed: 20,
};

/** One round more than counts: the first warms up. */
export const signInsNeeded = (scale: Scale): number => (scale.rounds + 1) * scale.signInsARound;
