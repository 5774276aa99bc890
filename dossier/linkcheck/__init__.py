"""Do the addresses of the sources still answer? The only part of the engine that asks a network.

Nothing here is part of `check`, of `build` or of the tests of the data: a page that is down today
is no mistake of the editor. The requests are httpcore's, the transport of httpx: the address that
a name leads to is looked at before anything is sent there, and exactly that address is asked.
"""
