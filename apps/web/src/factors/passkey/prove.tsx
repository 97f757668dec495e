import { useWords } from '../../locales/words.tsx';
import { Button } from '../../ui/button.tsx';
import { Ends } from '../../ui/ends.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ProveProps } from '../factor.ts';
import { DeviceAsked } from './device-asked.tsx';
import { Outcome } from './outcome.tsx';
import { useCeremony } from './use-ceremony.ts';

/** Makes the passkey. That it could be made is its test. */
export const Prove = ({ prompt, submit, busy, problem, nameField, isNamed, back }: ProveProps<'passkey'>) => {
	const { t } = useWords();
	const { ask, asking, withdraw, end } = useCeremony(
		({ makePasskey }) => makePasskey(prompt.options, Date.now),
		(attestation) => submit({ attestation }),
	);
	return (
		<form
			className="stack"
			method="post"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				// First the name: a passkey that is made and then refused for its name would stay on the device.
				if (!busy && isNamed()) ask();
			}}
		>
			<p className="muted">{t('factors.passkey.create.lead')}</p>
			{nameField}
			<Outcome end={end} problem={asking ? undefined : problem} />
			{asking && <DeviceAsked onCancel={withdraw} />}
			<Ends>
				{back}
				<Button type="submit" manner="go" busy={asking || busy}>
					<Icon name="passkey" small />
					{t('factors.passkey.create.submit')}
				</Button>
			</Ends>
		</form>
	);
};
