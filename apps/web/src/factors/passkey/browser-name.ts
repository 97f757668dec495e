/** Each with what tells it in a user agent; the first that fits, so what hides behind another's name comes before it. */
const browsers = [
	['WeChat', /MicroMessenger\//],
	['Edge', /Edg(A|iOS)?\//],
	['QQ', /M?QQBrowser\//],
	['Huawei', /HuaweiBrowser\//],
	['Samsung Internet', /SamsungBrowser\//],
	['Opera', /OPR\//],
	['Firefox', /Firefox\/|FxiOS\//],
	['Chrome', /Chrome\/|CriOS\//],
	['Safari', /Safari\//],
] as const;

const systems = [
	['HarmonyOS', /OpenHarmony|HarmonyOS/],
	['Android', /Android/],
	['iPhone', /iPhone/],
	['iPad', /iPad/],
	['Windows', /Windows/],
	['Mac', /Macintosh/],
	['ChromeOS', /CrOS/],
	['Linux', /Linux/],
] as const;

type Known = readonly (readonly [string, RegExp])[];

const nameIn = (known: Known, agent: string): string | undefined => known.find(([, sign]) => sign.test(agent))?.[0];

/** What people call the browser and the device behind a user agent; `undefined` where either is not known. */
export const browserName = (agent: string): { readonly browser: string; readonly system: string } | undefined => {
	const browser = nameIn(browsers, agent);
	const system = nameIn(systems, agent);
	return browser === undefined || system === undefined ? undefined : { browser, system };
};
