import type { MethodView } from '@mailward/shared/contract/enrolments.ts';
import { call } from '../api/call.ts';
import { useForget } from '../api/read.tsx';
import { useAct } from '../api/use-act.ts';
import { useVerified } from '../challenges/verification.tsx';
import { useWords } from '../locales/words.tsx';
import { shownFirst } from '../methods/shown-first.ts';
import { Button } from '../ui/button.tsx';

/** Makes one method the first that sign-in shows, and tells what came of it. */
export const useDefault = () => {
	const verified = useVerified();
	const forget = useForget();
	return useAct(async (method: MethodView, onDone: () => void) => {
		const prefer = () => call('PUT /api/methods/{id}', { params: { id: method.id }, body: { default: true } });
		await verified(prefer, 'makeDefault');
		onDone();
		await forget('GET /api/methods');
	});
};

interface DefaultButtonProps {
	readonly method: MethodView;
	readonly name: string;
	readonly all: readonly MethodView[];
	/** It says on its face which one, where nothing around it does. */
	readonly named?: boolean;
	readonly busy: boolean;
	readonly onChoose: () => void;
}

/** Only where there is a choice, and only for what can sign its person in. Those of one kind answer the same question. */
export const DefaultButton = ({ method, name, all, named = false, busy, onChoose }: DefaultButtonProps) => {
	const { t } = useWords();
	if (shownFirst(all)?.kind === method.kind || method.disabled || !method.allowed) return null;
	return (
		<Button compact busy={busy} onClick={onChoose} aria-label={t('methods.makeDefaultNamed', { name })}>
			{named ? t('methods.makeDefaultNamed', { name }) : t('methods.makeDefault')}
		</Button>
	);
};
