import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type SignedIn, signedIn } from './session.guard';

export { Allow, Public } from './marks';

/** The session, account and actor of the request, as the guard found them. */
export const Me = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedIn => signedIn(context.switchToHttp().getRequest<object>()),
);
