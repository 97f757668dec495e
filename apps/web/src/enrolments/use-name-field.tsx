import { type NameProblem, nameProblem } from '@mailward/shared/names.ts';
import { useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { useWords } from '../locales/words.tsx';
import { Field } from '../ui/field.tsx';
import type { Wizard } from './use-wizard.ts';

/** What is wrong with a name where it may be left out, or may not. */
const problemOfName = (name: string, needed: boolean): NameProblem | undefined =>
	name.trim() === '' && !needed ? undefined : nameProblem(name);

/**
 * The name of a method that is being set up: what it replaces keeps its name, what has a name from the start takes that,
 * and one that stands beside another of its kind needs one, so that the two can be told apart.
 */
export const useNameField = ({ kind, faces, methods, replaces }: Wizard, refused: Problem | undefined) => {
	const { t } = useWords();
	const replaced = methods.find(({ id }) => id === replaces);
	const [name, setName] = useState(() => replaced?.name ?? faces.firstName?.(t) ?? '');
	const [unfit, setUnfit] = useState<{ readonly why: NameProblem }>();
	const needed = !replaced && methods.some((method) => method.kind === kind);
	const refusal = refused?.code === 'method.name_invalid' ? refused : undefined;

	return {
		/** As it is sent; `undefined` where there is none. */
		name: name.trim() === '' ? undefined : name.trim(),
		isNamed: () => {
			const why = problemOfName(name, needed);
			setUnfit(why && { why });
			return why === undefined;
		},
		field: (
			<Field
				label={t(needed ? 'enrolments.name.label' : 'enrolments.name.optional')}
				hint={t('enrolments.name.hint')}
				name="name"
				type="text"
				autoComplete="off"
				value={name}
				onValue={setName}
				problem={
					unfit
						? { text: t(`forms.methodName.${unfit.why}`), cause: unfit }
						: refusal && { text: t(`forms.methodName.${refusal.details.reason}`), cause: refusal }
				}
			/>
		),
	};
};
