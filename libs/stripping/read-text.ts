export interface ReadText {
  readonly text: string;
  /** Something in it is seen and not read: a picture, a page that was scanned. */
  readonly unread: boolean;
}
