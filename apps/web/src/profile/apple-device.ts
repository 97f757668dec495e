/**
 * What can be done with a set-up link here. `iphone`, `mac`: the profile can be downloaded and installed; `inside-app`: an
 * iPhone or iPad, but not in Safari, which alone downloads profiles there; `elsewhere`: another maker's device.
 */
export type AppleDevice = 'iphone' | 'mac' | 'inside-app' | 'elsewhere';

/** Other browsers and apps on an iPhone name themselves beside, or leave out what Safari says. */
const notSafari =
	/CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|DuckDuckGo|MicroMessenger|DingTalk|QQ\/|MQQBrowser|baidu|Weibo|AliApp|Quark/i;

/** `touchPoints`: `navigator.maxTouchPoints`; an iPad calls itself a Mac, but no Mac has a touch screen. */
export const appleDevice = (userAgent: string, touchPoints: number): AppleDevice => {
	const mac = /Macintosh/.test(userAgent);
	if (mac && touchPoints === 0) return 'mac';
	if (!mac && !/iPhone|iPad|iPod/.test(userAgent)) return 'elsewhere';
	return notSafari.test(userAgent) || !/Safari\//.test(userAgent) ? 'inside-app' : 'iphone';
};

export const thisDevice = (): AppleDevice => appleDevice(navigator.userAgent, navigator.maxTouchPoints);
