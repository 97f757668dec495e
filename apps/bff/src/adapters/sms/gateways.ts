import type { Logger } from 'pino';
import type { TextGateway } from '../../text-messages/gateway.ts';
import { type Clock, second } from '../../time/clock.ts';
import { createAliyunGateway } from './aliyun-gateway.ts';
import { createSmppGateway } from './smpp-gateway.ts';
import type { GatewaySettings } from './sms-settings.ts';
import { createTencentGateway } from './tencent-gateway.ts';
import { createWebhookGateway } from './webhook-gateway.ts';

interface Surroundings {
	readonly clock: Clock;
	readonly log: Pick<Logger, 'warn'>;
	/** How long any one request may take, in ms. */
	readonly patience?: number;
}

const createTextGateway = (
	settings: GatewaySettings,
	{ clock, log, patience = 10 * second }: Surroundings,
): TextGateway => {
	switch (settings.name) {
		case 'aliyun':
			return createAliyunGateway(settings, patience);
		case 'tencent':
			return createTencentGateway(settings, patience);
		case 'smpp':
			return createSmppGateway(settings, log, { patience });
		case 'webhook':
			return createWebhookGateway(settings, clock, patience);
	}
};

/** In the order in which they are to be used. Each loads what it needs and nothing that another one needs. */
export const createTextGateways = (settings: readonly GatewaySettings[], surroundings: Surroundings): TextGateway[] =>
	settings.map((gateway) => createTextGateway(gateway, surroundings));
