/** The answer that Outlook understands. */
export const outlook = 'http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a';

/** What Outlook posts to set an account up ([MS-OXDSCLI], 2.2.3). `address` is put in as it is. */
export const requestOf = (address: string, schema = outlook) => `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">
  <Request>
    <EMailAddress>${address}</EMailAddress>
    <AcceptableResponseSchema>${schema}</AcceptableResponseSchema>
  </Request>
</Autodiscover>`;
