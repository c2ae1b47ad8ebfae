export { DevelopmentMailer } from './development-mailer.js';
export type { KeptMail, SentMailSink } from './development-mailer.js';
export { Mailer, isMailAddress } from './mailer.js';
export type { Mail, Sender, SentMail } from './mailer.js';
export { SmtpMailer } from './smtp-mailer.js';
export type { SmtpSettings } from './smtp-mailer.js';
