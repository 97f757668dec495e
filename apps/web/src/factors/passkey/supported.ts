/** Whether this browser knows passkeys; on pages without TLS it does not say so. */
export const passkeysSupported = (): boolean => typeof window.PublicKeyCredential === 'function';
