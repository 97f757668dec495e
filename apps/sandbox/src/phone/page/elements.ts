/// <reference lib="dom" />

type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** An element; a function among the attributes listens to the event of that name (`onclick`). */
export const el = <Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (typeof value === 'function') element.addEventListener(key.slice(2), value);
		else if (typeof value === 'string') element.setAttribute(key, value);
		else element.toggleAttribute(key, value);
	}
	element.append(...children);
	return element;
};
