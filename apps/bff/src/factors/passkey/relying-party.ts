/** Whom passkeys are made for (WebAuthn level 3, section 4, "relying party"). */
export interface RelyingParty {
	/** The domain passkeys are bound to: the host of the public origin. */
	readonly id: string;
	/** The one origin answers may come from. */
	readonly origin: string;
	/** What the browser calls it when it asks the person. */
	readonly name: string;
}

export const relyingPartyOf = (publicOrigin: string, name: string): RelyingParty => ({
	id: new URL(publicOrigin).hostname,
	origin: publicOrigin,
	name,
});
