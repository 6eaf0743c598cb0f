/** Who is signed in. The console's protocol, as JSON; times are RFC 3339. */

export interface User {
  id: string;
  name: string;
  role: string;
}

export interface SignedIn {
  user: User;
  csrf: string;
  on_call?: boolean;
  /** The hub's root key (base64), and its word for this browser's key (JSON of a `Voucher`). */
  root: string;
  voucher: string | null;
}
