import { nameProblem } from '@mailward/shared/names.ts';
import { useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { useProblemWords } from '../locales/use-problem-words.ts';
import { useWords } from '../locales/words.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Ends } from '../ui/ends.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import './name-form.css';

interface NameFormProps {
	readonly firstName: string;
	readonly onName: (name: string) => void;
	readonly busy: boolean;
	readonly problem: Problem | undefined;
}

const suggestions = ['phone', 'office', 'home', 'tablet'] as const;

/** Refusals after which the server may or may not have made the password: its answer did not arrive. */
const lost: ReadonlySet<string> = new Set(['offline', 'server.unavailable', 'server.failed']);

/** The name only; the password is generated. */
export const NameForm = ({ firstName, onName, busy, problem }: NameFormProps) => {
	const { t } = useWords();
	const say = useProblemWords();
	const [name, setName] = useState(firstName);
	const [unfit, setUnfit] = useState<{ reason: NonNullable<ReturnType<typeof nameProblem>> }>();
	const refusedName = problem?.code === 'client_password.name_invalid' ? problem : undefined;
	const fault = unfit
		? { text: t(`forms.name.${unfit.reason}`), cause: unfit }
		: refusedName && { text: say(refusedName), cause: refusedName };

	return (
		<form
			className="stack name-form"
			method="post"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				const reason = nameProblem(name);
				setUnfit(reason && { reason });
				if (!reason) onName(name.trim());
			}}
		>
			{problem && !refusedName && (
				<Note tone="error">
					<p>{say(problem)}</p>
					{lost.has(problem.code) && <p>{t('clientPasswords.make.lost')}</p>}
				</Note>
			)}
			<div>
				<Field
					label={t('clientPasswords.make.label')}
					name="name"
					type="text"
					autoComplete="off"
					value={name}
					onValue={setName}
					problem={fault}
				/>
				<ul className="suggestions" aria-label={t('clientPasswords.make.suggestions')}>
					{suggestions.map((suggestion) => (
						<li key={suggestion}>
							<Button compact onClick={() => setName(t(`clientPasswords.make.${suggestion}`))}>
								{t(`clientPasswords.make.${suggestion}`)}
							</Button>
						</li>
					))}
				</ul>
			</div>
			<Ends>
				<ButtonLink to="/security/client-passwords">{t('clientPasswords.make.cancel')}</ButtonLink>
				<Button type="submit" manner="go" busy={busy}>
					{t('clientPasswords.make.submit')}
				</Button>
			</Ends>
		</form>
	);
};
