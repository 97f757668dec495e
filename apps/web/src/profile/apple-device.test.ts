import { expect, it } from 'vitest';
import { appleDevice } from './apple-device.ts';

const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5';

it.each([
	['Safari on an iPhone', `${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, 5, 'iphone'],
	['Safari on an iPad, which calls itself a Mac', `${mac} Safari/605.1.15`, 5, 'iphone'],
	['Safari on a Mac', `${mac} Safari/605.1.15`, 0, 'mac'],
	[
		'Firefox on a Mac',
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
		0,
		'mac',
	],
	['Chrome on an iPhone', `${iphone} CriOS/137.0.7151.107 Mobile/15E148 Safari/604.1`, 5, 'inside-app'],
	['WeChat on an iPhone', `${iphone} Mobile/15E148 MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI`, 5, 'inside-app'],
	['another app’s window on an iPhone', `${iphone} Mobile/15E148`, 5, 'inside-app'],
	[
		'a Huawei phone',
		'Mozilla/5.0 (Linux; Android 12; HarmonyOS; ALN-AL00) HuaweiBrowser/16 Mobile Safari/537.36',
		5,
		'elsewhere',
	],
	['Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/137 Safari/537.36', 0, 'elsewhere'],
] as const)('knows %s', (_, userAgent, touchPoints, device) => {
	expect(appleDevice(userAgent, touchPoints)).toBe(device);
});
