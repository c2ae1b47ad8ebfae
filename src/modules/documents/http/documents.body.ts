import { IdentifierList, Text } from '#libs/http';

export class ReleaseBody {
  @IdentifierList({ min: 1, max: 100 }) ids: string[];
  @Text({ min: 4, max: 500, description: '放行理由 why they are let through although nobody has scanned them' }) reason: string;
}
