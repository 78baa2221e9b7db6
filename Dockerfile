# syntax=docker/dockerfile:1
# OrderGraph as an image: built in one stage, its dependencies in another, and neither tools nor sources in the last.

FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json tsconfig.json ./
COPY examples/dashboard/package.json examples/dashboard/
RUN npm ci --ignore-scripts
COPY README.md README.zh-CN.md CHANGELOG.md LICENSE ./
COPY schema schema
COPY src src
COPY playground playground
COPY examples examples
RUN npm pack && mkdir /package && tar -xzf ordergraph-*.tgz -C /package --strip-components=1

FROM node:22-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY examples/dashboard/package.json examples/dashboard/
RUN npm ci --omit=dev --ignore-scripts --workspaces=false

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /package ./
USER 1000:1000
EXPOSE 4000
# The program handles SIGTERM itself, also as process 1: it is run without a shell, which would keep the signal.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli/main.js"]
CMD ["serve"]
