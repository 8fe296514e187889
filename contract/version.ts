/** Version of the wire contract. It is part of every payload and file; a breaking change raises it. */
export const contractVersion = '1';
