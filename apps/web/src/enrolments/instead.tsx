import type { MethodKind } from '@mailward/shared/factors/kinds.ts';
import { Link, useSearchParams } from 'react-router-dom';
import type { Problem } from '../api/problem.ts';
import { isStuck } from '../challenges/obstacle.ts';
import { factors } from '../factors/registry.ts';
import { useWords } from '../locales/words.tsx';
import { Icon } from '../ui/icon.tsx';
import { stepPath } from './paths.ts';
import type { Wizard } from './use-wizard.ts';
import './instead.css';

/** Whether a refusal to send a code finds fault with the number. */
export const isAboutNumber = ({ code }: Problem): boolean => code.startsWith('phone_number.');

interface InsteadProps {
	readonly wizard: Wizard;
	/** Why no code was sent. */
	readonly problem: Problem;
}

/** What can be set up in the place of a method that does not get on. */
export const Instead = ({ wizard, problem }: InsteadProps) => {
	const { kind, due, allowed, methods } = wizard;
	const { t } = useWords();
	const [query] = useSearchParams();
	// Another method replaces none.
	const others = new URLSearchParams(query);
	others.delete('replaces');
	const search = others.size > 0 ? `?${others}` : '';

	const has = (other: MethodKind) => methods.some((method) => method.kind === other);
	const usable = allowed.filter((other) => other !== kind && !has(other) && factors[other].unsupported() === undefined);
	// Where the number is of another country, an app is what helps.
	const offered =
		problem.code === 'phone_number.not_mainland'
			? usable.filter((other) => other === 'totp')
			: isStuck(problem)
				? usable
				: [];
	if (offered.length === 0) return null;
	return (
		<nav className="instead" aria-label={t('enrolments.instead')}>
			<p className="small muted">{t('enrolments.instead')}</p>
			<ul>
				{offered.map((other) => (
					<li key={other}>
						<Link to={stepPath({ kind: other, due }, 'intro', search)}>
							<Icon name={factors[other].icon} />
							<span>
								{t(`factors.${other}.name`)}
								<small>{t(`factors.${other}.summary`)}</small>
							</span>
							<Icon name="forward" small />
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
};
