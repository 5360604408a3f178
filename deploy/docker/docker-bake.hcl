# All images in one build, which makes the jars once: docker buildx bake --file deploy/docker/docker-bake.hcl
variable "IMAGES" { default = "microblog" }
variable "TAGS" { default = "latest" }
variable "SOURCE" { default = "" }
# Where layers are kept between builds: gha among GitHub's actions.
variable "CACHE" { default = "" }

group "default" {
  targets = ["service", "launcher"]
}

target "service" {
  matrix = {
    service = ["gateway", "user-service", "post-service", "search-service", "notification-service", "translation-service"]
  }
  name       = service
  context    = "."
  dockerfile = "deploy/docker/Dockerfile"
  args       = { SERVICE = service }
  tags       = [for tag in split(",", TAGS) : "${IMAGES}/${service}:${tag}"]
  labels     = { "org.opencontainers.image.source" = SOURCE }
  # A scope each: they would throw away each other's.
  cache-from = CACHE == "" ? [] : ["type=${CACHE},scope=${service}"]
  cache-to   = CACHE == "" ? [] : ["type=${CACHE},scope=${service},mode=max"]
}

target "launcher" {
  context    = "."
  dockerfile = "deploy/docker/Dockerfile"
  target     = "launcher"
  tags       = [for tag in split(",", TAGS) : "${IMAGES}/launcher:${tag}"]
  labels     = { "org.opencontainers.image.source" = SOURCE }
  cache-from = CACHE == "" ? [] : ["type=${CACHE},scope=launcher"]
  cache-to   = CACHE == "" ? [] : ["type=${CACHE},scope=launcher,mode=max"]
}
