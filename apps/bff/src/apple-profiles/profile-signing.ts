import { readFileSync } from 'node:fs';
import { signCms } from '../crypto/cms.ts';
import { readSigningIdentity, type SigningIdentity, SigningProblem } from '../crypto/signing-identity.ts';
import type { Clock } from '../time/clock.ts';

/** Paths of PEM files. */
export interface ProfileSigning {
	readonly certificate: string;
	readonly key: string;
}

const names = { certificate: 'MAILWARD_PROFILE_CERTIFICATE', key: 'MAILWARD_PROFILE_KEY' };

const read = (of: SigningProblem['of'], path: string): string => {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		throw new SigningProblem(of, (error as Error).message);
	}
};

/** Throws `SigningProblem`. */
const readIdentity = ({ certificate, key }: ProfileSigning): SigningIdentity =>
	readSigningIdentity(read('certificate', certificate), read('key', key));

/** The settings for signing, both or none, and what is wrong with them. */
export const readProfileSigning = (
	environment: Readonly<Record<string, string | undefined>>,
): { profileSigning: ProfileSigning | undefined; problems: readonly string[] } => {
	const certificate = environment[names.certificate];
	const key = environment[names.key];
	if (certificate === undefined && key === undefined) return { profileSigning: undefined, problems: [] };
	if (certificate === undefined) return { profileSigning: undefined, problems: [`${names.certificate} is missing`] };
	if (key === undefined) return { profileSigning: undefined, problems: [`${names.key} is missing`] };
	const profileSigning = { certificate, key };
	try {
		readIdentity(profileSigning);
		return { profileSigning, problems: [] };
	} catch (error) {
		if (!(error instanceof SigningProblem)) throw error;
		return { profileSigning, problems: [`${names[error.of]}: ${error.message}`] };
	}
};

/** Signs where that is configured. Never throws: an unsigned profile is installed with a warning, a missing one not at all. */
export type SignProfile = (profile: Buffer) => Promise<Buffer>;

/** Reads the files each time, since certificates are renewed while servers run. */
export const createSignProfile =
	(signing: ProfileSigning | undefined, clock: Clock, onFailure: (error: unknown) => void): SignProfile =>
	async (profile) => {
		if (signing === undefined) return profile;
		try {
			return await signCms(profile, readIdentity(signing), clock.now());
		} catch (error) {
			onFailure(error);
			return profile;
		}
	};
