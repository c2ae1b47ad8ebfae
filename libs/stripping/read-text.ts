export interface ReadText {
  readonly text: string;
  /** Something in it is seen and not read: a picture, a drawing, a page that was scanned. */
  readonly unread: boolean;
  /** The pages on which that stands, from 1; none where the file has no pages of its own. */
  readonly unreadPages: readonly number[];
}
