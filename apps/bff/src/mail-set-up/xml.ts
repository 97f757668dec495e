import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';

/** What an element holds: text, or elements. */
export type XmlContent = string | readonly XmlElement[];

/** An element of XML, in the namespace of the element around it unless it names one. */
export interface XmlElement {
	readonly name: string;
	readonly namespace?: string;
	readonly attributes?: Readonly<Record<string, string>>;
	readonly content: XmlContent;
}

/** Names of elements to what they hold, in their order. */
export const elements = (contents: Readonly<Record<string, XmlContent>>): XmlElement[] =>
	Object.entries(contents).map(([name, content]) => ({ name, content }));

/** The whole document, in UTF-8. */
export const toXml = (root: XmlElement): string => {
	const document = new DOMImplementation().createDocument(null, '');
	const build = ({ name, namespace, attributes = {}, content }: XmlElement, around: string | null) => {
		const own = namespace ?? around;
		const element = document.createElementNS(own, name);
		for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
		if (typeof content === 'string') element.appendChild(document.createTextNode(content));
		else for (const child of content) element.appendChild(build(child, own));
		return element;
	};
	document.appendChild(build(root, null));
	return `<?xml version="1.0" encoding="utf-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
};
