import { isScanKind, type MethodKind, methodKinds } from '@mailward/shared/factors/kinds.ts';
import type { Logger } from 'pino';
import { createDoveadmConnections } from '../adapters/doveadm/doveadm-connections.ts';
import { createIdentityProviders } from '../adapters/scan/scan-settings.ts';
import { createTextGateways } from '../adapters/sms/gateways.ts';
import type { Config } from '../config.ts';
import type { MailServerConnections } from '../mail-connections/mail-server.ts';
import type { IdentityProviders } from '../scans/scans.ts';
import type { TextGateway } from '../text-messages/gateway.ts';
import { type Clock, second } from '../time/clock.ts';

/** Other people's services. A method whose service is not there is not offered. */
export interface Services {
	readonly textGateways: readonly TextGateway[];
	readonly identityProviders: IdentityProviders;
	/** Absent where mail servers cannot be told to end connections. */
	readonly mailConnections?: MailServerConnections | undefined;
}

/** The methods that need nobody else, and those whose service is there. */
export const configuredMethods = ({ textGateways, identityProviders }: Services): readonly MethodKind[] =>
	methodKinds.filter((kind) => {
		if (kind === 'sms') return textGateways.length > 0;
		return !isScanKind(kind) || identityProviders[kind] !== undefined;
	});

/** How long one gateway may take, in ms: a page waits fifteen seconds, and two of them may be asked meanwhile. */
const gatewayPatience = 6 * second;

/** How long one mail server may take to end connections, in ms; it was seen to take ten. */
const mailServerPatience = 5 * second;

/** The services that the configuration names. */
export const createServices = (config: Config, { clock, log }: { clock: Clock; log: Logger }): Services => ({
	textGateways: createTextGateways(config.textGateways, { clock, log, patience: gatewayPatience }),
	identityProviders: createIdentityProviders(config.platforms),
	mailConnections:
		config.doveadm && createDoveadmConnections(config.doveadm, () => AbortSignal.timeout(mailServerPatience)),
});
