import { type MethodKind, methodKinds } from '@mailward/shared/factors/kinds.ts';
import type { Database, Queries } from '../storage/database.ts';
import { prepare } from '../storage/prepared.ts';
import type { Clock } from '../time/clock.ts';
import { defaultPolicy, type Policy, policySchema, trustedDeviceLife } from './policy.ts';

/** One policy of the history. Version 0 is what holds before any was set. */
export interface PolicyVersion {
	readonly version: number;
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly author: string;
	readonly reason: string;
	readonly policy: Policy;
}

/** The security policy in force, and those before it. */
export interface PolicyStore {
	/**
	 * Asked for at each request and each mail login that depends on it, so that a change acts at once on all replicas. Of
	 * its methods those that this server is configured for.
	 */
	current(queries?: Queries): Promise<Policy>;
	/** Newest first; ends with the defaults. */
	history(): Promise<PolicyVersion[]>;
	/**
	 * Puts a policy in force. Trust that lasts longer than it allows ends. Rejects with a unique violation when somebody
	 * else has set one since `after`.
	 */
	set(policy: Policy, about: { author: string; reason: string; after: number }): Promise<PolicyVersion>;
}

const initial: PolicyVersion = { version: 0, at: 0, author: '', reason: '', policy: defaultPolicy };

/** `configured`: the methods this server can offer, whatever the policy would let people use. */
export const createPolicyStore = (
	db: Database,
	clock: Clock,
	configured: readonly MethodKind[] = methodKinds,
): PolicyStore => {
	const inForce = (policy: Policy): Policy => ({
		...policy,
		methods: policy.methods.filter((kind) => configured.includes(kind)),
	});
	const newest = prepare(() => db.selectFrom('policies').selectAll().orderBy('version', 'desc').limit(1), 0);
	// Versions never change, so what has been parsed once stays good.
	let parsed = { version: 0, policy: inForce(defaultPolicy) };
	return {
		async current(queries = db) {
			const [row] = await newest(queries);
			if (row === undefined) return inForce(defaultPolicy);
			if (row.version !== parsed.version) {
				parsed = { version: row.version, policy: inForce(policySchema.parse(JSON.parse(row.policy))) };
			}
			return parsed.policy;
		},
		async history() {
			const rows = await db.selectFrom('policies').selectAll().orderBy('version', 'desc').execute();
			return [...rows.map((row) => ({ ...row, policy: policySchema.parse(JSON.parse(row.policy)) })), initial];
		},
		async set(policy, { author, reason, after }) {
			const row = { version: after + 1, at: clock.now(), author, reason };
			await db.transaction().execute(async (transaction) => {
				await transaction
					.insertInto('policies')
					.values({ ...row, policy: JSON.stringify(policy) })
					.execute();
				const life = trustedDeviceLife(policy);
				await transaction
					.updateTable('trusted_devices')
					.set((each) => ({ expires_at: each('created_at', '+', life) }))
					.where((each) => each('expires_at', '>', each('created_at', '+', life)))
					.execute();
				await transaction.deleteFrom('trusted_devices').where('expires_at', '<=', row.at).execute();
			});
			return { ...row, policy };
		},
	};
};
