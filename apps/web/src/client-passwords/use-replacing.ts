import type { CreatedClientPassword } from '@mailward/shared/contract/client-passwords.ts';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';

/** How a client password gets a new secret in its place, which is given to `show`. */
export const useReplacing = (id: string, show: (created: CreatedClientPassword) => void) => {
	const verified = useVerified();
	const forget = useForget();
	return useAct(async () => {
		show(await verified(() => call('POST /api/client-passwords/{id}/replace', { params: { id } })));
		await forget('GET /api/client-passwords');
	});
};
